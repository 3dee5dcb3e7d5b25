export type {
  KeyErrorCode,
  Pkcs12Key,
  Pkcs12Provider,
  ProviderState,
  SignRequest,
  SignatureProvider,
  SigningCertificate,
} from './types.js';

export { KEY_ERROR_TEXTS, KeyError, type KeyErrorCode } from './key-error.js';
export { openPkcs12 } from './pkcs12/open.js';
export { createPkcs12Provider, type Pkcs12ProviderOptions } from './pkcs12-provider.js';
export type {
  Pkcs12Key,
  Pkcs12Provider,
  ProviderState,
  SignRequest,
  SignatureProvider,
  SigningCertificate,
} from './types.js';

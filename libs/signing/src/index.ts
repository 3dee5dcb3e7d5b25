export type { CryptoProvider, SignatureCheck } from './crypto/provider.js';
export type { DigestName, SignatureAlgorithm } from './crypto/algorithms.js';
export { createCryptoRegistry } from './crypto/provider.js';
export { CHECK_IDS, FAILURES, SUB_INDICATIONS } from './verify/codes.js';
export type { CheckId, FailureCode, Indication, SubIndication } from './verify/codes.js';
export type {
  Check,
  CheckStatus,
  Content,
  ExpectedOrganization,
  ExpectedPerson,
  Trust,
  VerificationInput,
  VerificationReport,
} from './verify/types.js';
export type { CertificateSubject, CertificateSummary } from './x509/describe.js';
export { parseCertificate, isSelfIssued, type Certificate } from './x509/certificate.js';
export { parseCrl, type CertificateRevocationList, type RevokedEntry } from './x509/crl.js';
export { Asn1Error } from './asn1/node.js';

export { Asn1Error } from './asn1/node.js';
export { signatureBytes } from './cms/encoding.js';
export { createCryptoRegistry, type CryptoProvider, type SignatureCheck } from './crypto/provider.js';
export type { DigestName, SignatureAlgorithm } from './crypto/algorithms.js';
export { BASE_CHECK_IDS, CHECK_IDS, FAILURES, SUB_INDICATIONS } from './verify/codes.js';
export type { CheckId, FailureCode, Indication, SubIndication } from './verify/codes.js';
export { MAX_SIGNATURE_BYTES, POLICY_VERSION } from './verify/policy.js';
export { CHECK_TITLES, INDICATION_TEXTS } from './verify/texts.js';
export { readSigningCertificate } from './verify/signing-certificate.js';
export { parseTrust, type ParsedTrust } from './verify/trust.js';
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
export { verifyDetachedSignature } from './verify/verify.js';
export { isSelfIssued, parseCertificate, type Certificate } from './x509/certificate.js';
export { parseCrl, type CertificateRevocationList, type RevokedEntry } from './x509/crl.js';
export { describeCertificate, type CertificateSubject, type CertificateSummary } from './x509/describe.js';
export { decodeTrustFile, sortTrustFiles } from './x509/trust-files.js';

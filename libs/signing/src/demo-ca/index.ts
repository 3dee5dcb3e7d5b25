export {
  createDemoCa,
  issueCrl,
  issueCrls,
  type CrlOptions,
  type DemoAlgorithm,
  type DemoCa,
  type RevokedCertificate,
} from './authority.js';
export type { Authority } from './certificate.js';
export { DEMO_CA_NAME } from './names.js';
export {
  issuePersonCertificate,
  type IssuedCertificate,
  type LegalEntitySubject,
  type PersonCertificateRequest,
  type PersonSubject,
  type SoleProprietorSubject,
} from './person.js';
export { toPkcs12, type Pkcs12Content } from './pkcs12.js';
export { certificateFile, loadDemoCa, saveDemoCa } from './store.js';

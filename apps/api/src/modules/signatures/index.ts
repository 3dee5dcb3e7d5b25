export { SignaturesModule } from './signatures.module.js';
export { SignatureIntake, type AcceptedSignature } from './intake/signature-intake.js';
export type { SignatureTarget } from './intake/signature-rows.js';
export { TrustRegistry } from './trust/trust-registry.js';

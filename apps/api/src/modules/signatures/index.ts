export { SignDocument } from './operations/sign-document.js';
export { SignaturesModule } from './signatures.module.js';
export { TrustRegistry } from './trust/trust-registry.js';

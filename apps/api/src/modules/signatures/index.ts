export { BundleContents, type BundleContent } from './bundle/bundle-content.js';
export { folderName } from './bundle/bundle-names.js';
export { SignDocument, type SignatureInput } from './operations/sign-document.js';
export { SignaturesModule } from './signatures.module.js';
export { TrustRegistry } from './trust/trust-registry.js';

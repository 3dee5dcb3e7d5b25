import { Module } from '@nestjs/common';
import { DocumentsModule } from '../documents/index.js';
import { BuildBundle } from './bundle/build-bundle.js';
import { BundleContents } from './bundle/bundle-content.js';
import { SignatureIntake } from './intake/signature-intake.js';
import { ReadSignatures } from './operations/read-signatures.js';
import { RevalidateSignature } from './operations/revalidate-signature.js';
import { SignDocument } from './operations/sign-document.js';
import { VerifyUpload } from './operations/verify-upload.js';
import { SignaturesController } from './signatures.controller.js';
import { SigningController } from './signing.controller.js';
import { TrustFolder } from './trust/trust-folder.js';
import { TrustRegistry } from './trust/trust-registry.js';
import { TrustStore } from './trust/trust-store.js';
import { SignatureVerifier } from './verification/signature-verifier.js';
import { VerificationController } from './verification.controller.js';

@Module({
  imports: [DocumentsModule],
  controllers: [SignaturesController, SigningController, VerificationController],
  providers: [
    TrustStore,
    TrustRegistry,
    TrustFolder,
    SignatureVerifier,
    SignatureIntake,
    ReadSignatures,
    RevalidateSignature,
    BundleContents,
    BuildBundle,
    SignDocument,
    VerifyUpload,
  ],
  exports: [SignDocument, TrustRegistry, BundleContents],
})
export class SignaturesModule {}

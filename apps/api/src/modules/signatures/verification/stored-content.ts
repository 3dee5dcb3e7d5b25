import type { BlobStore } from '../../../core/files/index.js';
import type { SignedContent } from './signature-verifier.js';

/** A stored blob as the verifier reads it: opened only when its SHA-256 is not the digest that was signed. */
export function contentOf(blobs: BlobStore, sha256: string): SignedContent {
  return {
    sha256,
    open: async function* () {
      yield* (await blobs.open(sha256)) as AsyncIterable<Uint8Array>;
    },
  };
}

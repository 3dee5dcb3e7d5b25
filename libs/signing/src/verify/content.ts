import type { DigestName } from '../crypto/algorithms.js';
import { Refusal } from './refusal.js';
import type { Content, VerificationInput } from './types.js';

/** Digest of the document: the caller's own when it has one, else of its bytes. @throws Refusal DOCUMENT_MISSING */
export async function documentDigest(
  { content, contentDigests, provider }: VerificationInput,
  digest: DigestName,
): Promise<Uint8Array> {
  const known = contentDigests?.[digest];
  if (known) return known;
  if (content === undefined) throw new Refusal('DOCUMENT_MISSING');
  return provider.digest(digest, chunksOf(content));
}

function chunksOf(content: Content): Iterable<Uint8Array> | AsyncIterable<Uint8Array> {
  if (content instanceof Uint8Array) return [content];
  return typeof content === 'function' ? content() : content;
}

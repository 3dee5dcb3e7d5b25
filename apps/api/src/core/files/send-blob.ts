import type { FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from '../errors/index.js';
import type { BlobIdentity, BlobStore, ByteRange } from './blob-store.js';
import { parseRange } from './byte-range.js';
import { attachmentHeader } from './file-name.js';

/** A stored file as somebody downloads it. */
export interface Download extends BlobIdentity {
  readonly name: string;
  readonly mediaType: string;
}

/**
 * Headers of every download (reliability.md T7): saved and never shown, of exactly the type we found, with nothing
 * in it allowed to run and no other site allowed to embed it.
 */
export function downloadHeaders(name: string, mediaType: string): Record<string, string> {
  return {
    'content-type': mediaType,
    'content-disposition': attachmentHeader(name),
    'x-content-type-options': 'nosniff',
    'content-security-policy': "sandbox; default-src 'none'",
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'private, no-cache',
  };
}

/**
 * Answers with stored bytes: 200, 206 for one range, 304 when the client has them already. The ETag is the hash, so
 * it never goes stale.
 *
 * @throws Refusal `range_not_satisfiable`; BlobMissing
 */
export async function sendBlob(
  request: FastifyRequest,
  reply: FastifyReply,
  blobs: BlobStore,
  download: Download,
): Promise<void> {
  const etag = `"${download.sha256}"`;
  if (listsEtag(request.headers['if-none-match'], etag)) {
    await reply.status(304).header('etag', etag).send();
    return;
  }
  const range = rangeOf(request, download.size, etag);
  const content = await blobs.open(download.sha256, range);
  await reply
    .status(range ? 206 : 200)
    .headers({
      ...downloadHeaders(download.name, download.mediaType),
      ...lengthHeaders(range, download.size),
      'accept-ranges': 'bytes',
      etag,
    })
    .send(content);
}

function lengthHeaders(range: ByteRange | undefined, size: number): Record<string, string> {
  if (!range) return { 'content-length': String(size) };
  const { start, end } = range;
  return {
    'content-length': String(end - start + 1),
    'content-range': `bytes ${start}-${end}/${size}`,
  };
}

/** The range to send; with `If-Range` only while the client's copy is this one. */
function rangeOf(request: FastifyRequest, size: number, etag: string): ByteRange | undefined {
  const condition = request.headers['if-range'];
  if (condition !== undefined && condition !== etag) return undefined;
  const range = parseRange(request.headers.range, size);
  if (range !== 'unsatisfiable') return range;
  throw new Refusal('range_not_satisfiable', {
    detail: `В файле ${size} байт.`,
    headers: { 'content-range': `bytes */${size}` },
  });
}

function listsEtag(header: string | undefined, etag: string): boolean {
  const tags = (header ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return tags.includes(etag) || tags.includes('*');
}

import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** A feed as it goes out. */
export interface FeedBody {
  readonly body: string;
  readonly mediaType: string;
  readonly changedAt: Date;
}

/** Readers and caches may keep a copy for five minutes, and show it for an hour when we are away. */
const CACHED = 'public, max-age=300, stale-if-error=3600';

/**
 * Answers with a feed, or 304 when the client has this one already (RFC 9110 §13): by its ETag, else by the instant of
 * its copy. Any other site may read it: there is nothing in it that is not public.
 */
export async function sendFeed(
  request: FastifyRequest,
  reply: FastifyReply,
  { body, mediaType, changedAt }: FeedBody,
): Promise<void> {
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;
  void reply.headers({
    etag,
    'last-modified': changedAt.toUTCString(),
    'cache-control': CACHED,
    'access-control-allow-origin': '*',
    'cross-origin-resource-policy': 'cross-origin',
    'x-content-type-options': 'nosniff',
  });
  if (isKnown(request, etag, changedAt)) {
    await reply.status(304).send();
    return;
  }
  await reply.type(mediaType).send(body);
}

function isKnown({ headers }: FastifyRequest, etag: string, changedAt: Date): boolean {
  const tags = headers['if-none-match'];
  if (tags !== undefined) {
    const known = tags.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
    return known.includes(etag) || known.includes('*');
  }
  const since = Date.parse(headers['if-modified-since'] ?? '');
  // the header knows whole seconds
  return Number.isFinite(since) && Math.floor(changedAt.getTime() / 1000) * 1000 <= since;
}

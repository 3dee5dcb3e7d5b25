import type { FastifyInstance } from 'fastify';

/** Gives an answer that carries a `version` its ETag `"vN"`, the value `If-Match` expects back. */
export function setEtags(fastify: FastifyInstance): void {
  fastify.addHook('preSerialization', (_request, reply, body, done) => {
    const version = versionOf(body);
    if (version !== undefined) void reply.header('etag', `"v${version}"`);
    done(null, body);
  });
}

function versionOf(body: unknown): number | undefined {
  if (typeof body !== 'object' || body === null || !('version' in body)) return undefined;
  return typeof body.version === 'number' ? body.version : undefined;
}

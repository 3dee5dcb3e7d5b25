import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { problemOf, Refusal } from '../errors/index.js';

const YEAR = 365 * 24 * 3600 * 1000;

/**
 * Serves the built web from the API's own port. Files under /assets carry their hash in the name and never change;
 * any other path that is not the API's is the single page.
 *
 * @param root folder of the built web; without one only the API answers
 */
export async function serveWeb(fastify: FastifyInstance, root: string | undefined): Promise<void> {
  if (root === undefined || !existsSync(join(root, 'index.html'))) return;
  await fastify.register(fastifyStatic, {
    root,
    wildcard: false,
    index: false,
    setHeaders: (reply, path) => {
      const hashed = path.startsWith(join(root, 'assets'));
      void reply.header('cache-control', hashed ? `public, max-age=${YEAR / 1000}, immutable` : 'no-cache');
    },
  });
  fastify.get('/*', async (request, reply) => {
    // a part of the page that a newer release has replaced is missing, it is not another page
    if (request.url.startsWith('/api/') || request.url.startsWith('/assets/')) {
      return reply
        .status(404)
        .type('application/problem+json; charset=utf-8')
        .send(JSON.stringify(problemOf(new Refusal('not_found'), request)));
    }
    return reply.sendFile('index.html');
  });
}

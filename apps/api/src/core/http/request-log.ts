import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import type { AuthenticatedRequest } from '../access/index.js';

/** One line per answer: the route's template, never the address itself, which may carry what was searched for. */
export function logRequests(fastify: FastifyInstance, logger: Logger): void {
  fastify.addHook('onResponse', (request, reply, done) => {
    const { actor, person } = request as AuthenticatedRequest;
    logger.info({
      traceId: request.id,
      method: request.method,
      route: request.routeOptions.url ?? 'unknown',
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
      organizationId: actor?.organizationId,
      personId: actor?.personId ?? person?.personId,
      tokenId: actor?.tokenId,
    });
    done();
  });
}

import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';

const LIMIT = 'praktikaBodyLimit';

/** A route whose JSON body may be larger than those of the others. `bytes`: the most it takes. */
export const LargeBody = (bytes: number): MethodDecorator => RouteConfig({ [LIMIT]: bytes });

/** Lets the routes that say so take larger bodies. To be called before the routes are there. */
export function allowLargeBodies(fastify: FastifyInstance): void {
  fastify.addHook('onRoute', (route) => {
    const bytes = (route.config as Record<string, unknown> | undefined)?.[LIMIT];
    if (typeof bytes === 'number') route.bodyLimit = bytes;
  });
}

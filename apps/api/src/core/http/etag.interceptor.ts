import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { tap, type Observable } from 'rxjs';

/** Gives an answer that carries a `version` its ETag `"vN"`, the value `If-Match` expects back. */
@Injectable()
export class EtagInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    return next.handle().pipe(tap((body: unknown) => setEtag(reply, body)));
  }
}

/** Sets the ETag of an answer that carries a version; any other answer has none. */
export function setEtag(reply: FastifyReply, body: unknown): void {
  const version = versionOf(body);
  if (version !== undefined) void reply.header('etag', etagOf(version));
}

/** The entity tag of a version. */
export const etagOf = (version: number) => `"v${version}"`;

function versionOf(body: unknown): number | undefined {
  if (typeof body !== 'object' || body === null || !('version' in body)) return undefined;
  return typeof body.version === 'number' ? body.version : undefined;
}

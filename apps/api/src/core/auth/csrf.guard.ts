import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { CONFIG, type Config } from '../config/index.js';
import { Refusal } from '../errors/index.js';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);
/** What a form of another site cannot send without the browser asking us first. Uploads are multipart. */
const ACCEPTED_TYPES = new Set(['application/json', 'multipart/form-data']);

/**
 * Refuses what a browser sends on behalf of another site (reliability.md T6). A browser always adds
 * `Sec-Fetch-Site` or `Origin` to such requests; curl and servers send neither and pass.
 */
@Injectable()
export class CsrfGuard implements CanActivate {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    if (SAFE_METHODS.has(request.method)) return true;
    if (this.isForeign(request)) throw new Refusal('csrf_rejected');
    if (!hasAcceptedType(request)) throw new Refusal('unsupported_media_type');
    return true;
  }

  private isForeign({ headers }: FastifyRequest): boolean {
    const site = headers['sec-fetch-site'];
    if (site === 'cross-site' || site === 'same-site') return true;
    const { origin, host } = headers;
    return origin !== undefined && origin !== this.config.publicUrl && hostOf(origin) !== host;
  }
}

/** `host:port` of an Origin header; undefined for `null` and for what is no address. */
function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}

function hasAcceptedType({ headers }: FastifyRequest): boolean {
  const type = headers['content-type'];
  return type === undefined || ACCEPTED_TYPES.has(type.split(';', 1)[0]!.trim().toLowerCase());
}

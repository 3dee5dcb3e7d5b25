import { Inject, Injectable, type ExecutionContext } from '@nestjs/common';
import { AuthGuard, PassportStrategy } from '@nestjs/passport';
import type { FastifyRequest } from 'fastify';
import { Strategy } from 'passport-jwt';
import { CONFIG, type Config } from '../config/index.js';
import { Refusal } from '../errors/index.js';
import {
  SESSION_ALGORITHM,
  SESSION_AUDIENCE,
  SESSION_ISSUER,
  sessionCookieName,
  type SessionClaims,
} from './session-cookie.js';

const STRATEGY = 'session-cookie';
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/**
 * Reads the session's JWT out of its cookie. It judges form and signature only: the instants are judged by the one
 * clock and the standing by PostgreSQL (`Authentication`).
 */
@Injectable()
export class SessionStrategy extends PassportStrategy(Strategy, STRATEGY) {
  constructor(@Inject(CONFIG) config: Config) {
    const name = sessionCookieName(config);
    super({
      jwtFromRequest: (request: FastifyRequest) => request.cookies[name] ?? null,
      secretOrKey: config.sessionSecret,
      algorithms: [SESSION_ALGORITHM],
      issuer: SESSION_ISSUER,
      audience: SESSION_AUDIENCE,
      ignoreExpiration: true,
      jsonWebTokenOptions: { ignoreNotBefore: true },
    });
  }

  validate(claims: Record<string, unknown>): SessionClaims | false {
    const { sid, org, exp, nbf } = claims;
    if (typeof sid !== 'string' || !UUID.test(sid) || typeof exp !== 'number') return false;
    if (org !== undefined && typeof org !== 'string') return false;
    if (nbf !== undefined && typeof nbf !== 'number') return false;
    return { sid, org, exp, nbf };
  }
}

/** Runs the strategy for one request and leaves the claims in `request.user`. */
@Injectable()
export class SessionGuard extends AuthGuard(STRATEGY) {
  /** @throws Refusal `invalid_token` when the cookie is not ours */
  async claims(context: ExecutionContext): Promise<SessionClaims> {
    await this.canActivate(context);
    return context.switchToHttp().getRequest<FastifyRequest & { user: SessionClaims }>().user;
  }

  override handleRequest<Claims>(error: unknown, claims: Claims | false): Claims {
    if (error instanceof Error) throw error;
    if (!claims) throw new Refusal('invalid_token');
    return claims;
  }
}

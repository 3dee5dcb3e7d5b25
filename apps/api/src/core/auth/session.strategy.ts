import { createSecretKey } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
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

/** Cookies whose signature is known to be ours: a signature is the same at every request that carries it. */
const REMEMBERED = 5_000;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/**
 * Reads the session's JWT out of its cookie with passport-jwt. It judges form and signature only: the instants are
 * judged by the one clock and the standing by PostgreSQL (`Authentication`).
 *
 * The strategy is run directly and not through passport's registry: that one is global to the process, so a second
 * application in it would answer with the secret of the first.
 */
@Injectable()
export class SessionStrategy {
  private readonly strategy: Strategy;
  private readonly cookieName: string;
  private readonly known = new Map<string, SessionClaims>();

  constructor(@Inject(CONFIG) config: Config) {
    const name = sessionCookieName(config);
    this.cookieName = name;
    this.strategy = new Strategy(
      {
        jwtFromRequest: (request: Pick<FastifyRequest, 'cookies'>) => request.cookies[name] ?? null,
        secretOrKey: keyOf(config),
        algorithms: [SESSION_ALGORITHM],
        issuer: SESSION_ISSUER,
        audience: SESSION_AUDIENCE,
        ignoreExpiration: true,
        jsonWebTokenOptions: { ignoreNotBefore: true },
      },
      (claims: Record<string, unknown>, done) => done(null, sessionClaims(claims) ?? false),
    );
  }

  /**
   * What the cookie says. Only that its signature is ours is remembered: whether the session still holds is asked
   * anew every time.
   * @throws Refusal `invalid_token` when the cookie holds no JWT of ours
   */
  async claims(request: FastifyRequest): Promise<SessionClaims> {
    const cookie = request.cookies[this.cookieName] ?? '';
    const known = this.known.get(cookie);
    if (known) return known;
    const claims = await this.verify(request);
    if (this.known.size >= REMEMBERED) this.known.clear();
    this.known.set(cookie, claims);
    return claims;
  }

  private verify(request: FastifyRequest): Promise<SessionClaims> {
    return new Promise((resolve, reject) => {
      // how passport runs a strategy: a copy per request that is told where the outcome goes
      const run = Object.create(this.strategy) as Strategy;
      run.success = (claims) => resolve(claims as SessionClaims);
      run.fail = () => reject(new Refusal('invalid_token'));
      run.error = reject;
      run.authenticate(request as never);
    });
  }
}

/**
 * The secret as a key object: given its text, jsonwebtoken first tries to read it as a public key, which costs more
 * than all the rest of the check. passport-jwt's types do not know key objects, its code hands them on.
 */
function keyOf({ sessionSecret }: Config): Buffer {
  return createSecretKey(sessionSecret, 'utf8') as unknown as Buffer;
}

function sessionClaims({ sid, org, exp, nbf }: Record<string, unknown>): SessionClaims | undefined {
  if (typeof sid !== 'string' || !UUID.test(sid) || typeof exp !== 'number') return undefined;
  if (org !== undefined && typeof org !== 'string') return undefined;
  if (nbf !== undefined && typeof nbf !== 'number') return undefined;
  return { sid, org, exp, nbf };
}

import { Inject, Injectable } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import type { FastifyReply } from 'fastify';
import { CONFIG, type Config } from '../config/index.js';

/** The one algorithm sessions are signed with; the verifier accepts no other (reliability.md T16). */
export const SESSION_ALGORITHM = 'HS256';
export const SESSION_ISSUER = 'praktika';
export const SESSION_AUDIENCE = 'praktika-session';

/** What the cookie's JWT says; everything else about a session is asked of PostgreSQL. */
export interface SessionClaims {
  /** Id of the session row. */
  readonly sid: string;
  /** The organization chosen by «Войти как»; absent before the choice. */
  readonly org?: string;
  /** Absolute end, seconds since the epoch. */
  readonly exp: number;
  readonly nbf?: number;
}

/** A session as the cookie needs it. */
export interface CookieSession {
  readonly id: string;
  readonly organizationId: string | null;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

/** `__Host-` binds the cookie to this host, https and the root path; browsers refuse it on plain http. */
export const sessionCookieName = (config: Pick<Config, 'secureCookies'>): string =>
  config.secureCookies ? '__Host-praktika' : 'praktika';

/** Gives the session cookie to the browser and takes it back. */
@Injectable()
export class SessionCookies {
  private readonly name: string;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly jwt: JwtService,
  ) {
    this.name = sessionCookieName(config);
  }

  /** Sets the cookie of a session: httpOnly, SameSite=Lax, gone with the browser or at the absolute end. */
  set(reply: FastifyReply, session: CookieSession): void {
    const token = this.jwt.sign({
      sid: session.id,
      ...(session.organizationId !== null && { org: session.organizationId }),
      iat: Math.floor(session.createdAt.getTime() / 1000),
      exp: Math.floor(session.expiresAt.getTime() / 1000),
    });
    void reply.setCookie(this.name, token, this.attributes());
  }

  /** Tells the browser to forget the cookie. */
  clear(reply: FastifyReply): void {
    void reply.clearCookie(this.name, this.attributes());
  }

  private attributes() {
    return { httpOnly: true, sameSite: 'lax', path: '/', secure: this.config.secureCookies } as const;
  }
}

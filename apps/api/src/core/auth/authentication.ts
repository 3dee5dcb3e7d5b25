import { Injectable } from '@nestjs/common';
import { permissionsOf, tokenPermissions } from '@praktika/contracts';
import type { FastifyRequest } from 'fastify';
import type { Actor, Person, ReadAlong } from '../access/index.js';
import { Clock } from '../clock/index.js';
import { Database } from '../database/index.js';
import { Refusal } from '../errors/index.js';
import { hashApiToken, isWellFormedApiToken } from './api-token.js';
import {
  sessionStanding,
  tokenStanding,
  TOUCH_SESSION,
  TOUCH_TOKEN,
  type SessionRow,
  type TokenRow,
} from './auth.queries.js';
import type { SessionClaims } from './session-cookie.js';
import { SessionStrategy } from './session.strategy.js';

/** A session unused for longer than this is over (reliability.md §1.2). */
export const LONGEST_IDLE = '30 minutes';
/** Last seen and last used are kept to the minute: a write per request would cost more than it tells. */
const TOUCH_EVERY_MS = 60_000;

/** Who came: a person by session, with an actor once an organization is chosen, or a token's actor alone. */
export interface Caller {
  readonly person?: Person;
  readonly actor?: Actor;
  /** What PostgreSQL answered to the read that went along. */
  readonly along?: unknown;
}

/** The read that goes along with a caller's standing, and the object it is about. */
export interface AlongAsked {
  readonly read: ReadAlong;
  readonly id: string;
}

/**
 * Finds out who sends a request. Nothing is remembered between requests: logout, a change of roles, blocking and
 * revocation act at the very next one (reliability.md T5, T22).
 */
@Injectable()
export class Authentication {
  constructor(
    private readonly sessions: SessionStrategy,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal `invalid_token` for every cookie that does not hold, whatever the reason */
  async bySession(request: FastifyRequest, along?: AlongAsked): Promise<Caller> {
    const claims = await this.sessions.claims(request);
    const now = this.clock.now();
    if (!isCurrent(claims, now)) throw new Refusal('invalid_token');
    const [row] = await this.database.call<SessionRow & Record<string, unknown>>(
      sessionStanding(along?.read),
      [claims.sid, now, LONGEST_IDLE, ...(along ? [along.id] : [])],
    );
    if (!row) throw new Refusal('invalid_token');
    if (row.organization_id !== null && row.organization_id !== claims.org)
      throw new Refusal('invalid_token');
    if (isStale(row.last_seen_at, now)) await this.database.call(TOUCH_SESSION, [claims.sid, now]);
    return { ...sessionCaller(row, claims.sid, request), along: row.along };
  }

  /** @throws Refusal `invalid_token`, the same for a typo, an unknown, an expired and a revoked token */
  async byToken(token: string, request: FastifyRequest, along?: AlongAsked): Promise<Caller> {
    if (!isWellFormedApiToken(token)) throw new Refusal('invalid_token');
    const now = this.clock.now();
    const [row] = await this.database.call<TokenRow & Record<string, unknown>>(tokenStanding(along?.read), [
      hashApiToken(token),
      now,
      ...(along ? [along.id] : []),
    ]);
    if (!row) throw new Refusal('invalid_token');
    if (isStale(row.last_used_at, now)) await this.database.call(TOUCH_TOKEN, [row.id, now, request.ip]);
    return { actor: tokenActor(row, request), along: row.along };
  }
}

function isCurrent({ exp, nbf }: SessionClaims, now: Date): boolean {
  const seconds = now.getTime() / 1000;
  return seconds < exp && (nbf === undefined || nbf <= seconds);
}

function isStale(last: string | null, now: Date): boolean {
  return last === null || now.getTime() - Date.parse(last) >= TOUCH_EVERY_MS;
}

function sessionCaller(row: SessionRow, sessionId: string, request: FastifyRequest): Caller {
  const origin = { personId: row.person_id, sessionId, requestId: request.id, ip: request.ip };
  const person: Person = { ...origin, mustChangePassword: row.must_change_password };
  if (row.organization_id === null || row.side === null || row.time_zone === null) return { person };
  const actor: Actor = {
    ...origin,
    organizationId: row.organization_id,
    side: row.side,
    roles: row.roles,
    permissions: permissionsOf(row.roles),
    timeZone: row.time_zone,
  };
  return { person, actor };
}

function tokenActor(row: TokenRow, request: FastifyRequest): Actor {
  return {
    personId: row.created_by,
    tokenId: row.id,
    organizationId: row.organization_id,
    side: row.side,
    roles: [],
    permissions: tokenPermissions(row.scopes, permissionsOf(row.creator_roles)),
    timeZone: row.time_zone,
    requestId: request.id,
    ip: request.ip,
  };
}

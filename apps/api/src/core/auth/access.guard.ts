import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { scopeFor, type Permission } from '@praktika/contracts';
import type { FastifyRequest } from 'fastify';
import { validate as isUuid } from 'uuid';
import {
  ACCESS_RULE,
  keepAlong,
  READ_ALONG,
  type AccessRule,
  type Actor,
  type AuthenticatedRequest,
  type ReadAlong,
} from '../access/index.js';
import { CONFIG, type Config } from '../config/index.js';
import { Refusal } from '../errors/index.js';
import { Authentication, type AlongAsked, type Caller } from './authentication.js';
import { claimOf, refuseTokenWithoutKey } from './idempotency/claim.js';
import { sessionCookieName } from './session-cookie.js';

type PermissionRule = Extract<AccessRule, { kind: 'permission' }>;

/**
 * The first of the two permission layers: may this kind of caller use this route at all. Which objects it reaches
 * is asked later, by queries scoped to the actor.
 */
@Injectable()
export class AccessGuard implements CanActivate {
  private readonly cookieName: string;

  constructor(
    private readonly reflector: Reflector,
    private readonly authentication: Authentication,
    @Inject(CONFIG) config: Config,
  ) {
    this.cookieName = sessionCookieName(config);
  }

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const rule = this.reflector.getAllAndOverride<AccessRule | undefined>(ACCESS_RULE, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (!rule) throw new Refusal('internal', { cause: new Error('the route declares no access rule') });
    if (rule.kind === 'public') return true;

    const request = context.switchToHttp().getRequest<AuthenticatedRequest>();
    const along = this.alongOf(context, request);
    const caller = await this.authenticate(request, along);
    if (rule.kind === 'person' && !caller.person) throw new Refusal('forbidden');
    if (rule.kind === 'permission') refuseUnlessAllowed(rule, caller);
    if (caller.actor?.tokenId !== undefined) refuseTokenWithoutKey(request);

    request.person = caller.person;
    request.actor = caller.actor && { ...caller.actor, claim: claimOf(caller.actor, request) };
    if (along && request.actor) keepAlong(request.actor, { ...along, value: caller.along });
    return true;
  }

  /** What the route reads along; nothing where the path holds no id that could be anything's. */
  private alongOf(context: ExecutionContext, request: FastifyRequest): AlongAsked | undefined {
    const read = this.reflector.get<ReadAlong | undefined>(READ_ALONG, context.getHandler());
    const { id } = request.params as { id?: string };
    return read && id !== undefined && isUuid(id) ? { read, id } : undefined;
  }

  private authenticate(request: FastifyRequest, along: AlongAsked | undefined): Promise<Caller> {
    const { authorization } = request.headers;
    const cookie = request.cookies[this.cookieName];
    if (authorization !== undefined && cookie !== undefined) throw new Refusal('ambiguous_credentials');
    if (cookie !== undefined) return this.authentication.bySession(request, along);
    if (authorization === undefined) throw new Refusal('unauthenticated');
    return this.authentication.byToken(bearerOf(authorization), request, along);
  }
}

/** The token of `Authorization: Bearer …`; any other scheme gives a text that no token has. */
function bearerOf(authorization: string): string {
  return /^bearer +(\S+)$/i.exec(authorization)?.[1] ?? '';
}

function refuseUnlessAllowed({ permission, tokens }: PermissionRule, { person, actor }: Caller): void {
  if (actor?.tokenId !== undefined) {
    if (!tokens) throw new Refusal('forbidden', { detail: 'Это действие доступно только людям' });
    if (!actor.permissions.has(permission)) throw insufficientScope(actor, permission);
    return;
  }
  if (person?.mustChangePassword) {
    throw new Refusal('forbidden', { detail: 'Сначала смените временный пароль' });
  }
  if (!actor) throw new Refusal('organization_required');
  if (!actor.permissions.has(permission)) throw new Refusal('forbidden');
}

/** Names the scope to ask for; without one the permission is out of every token's reach. */
function insufficientScope(actor: Actor, permission: Permission): Refusal {
  const required = scopeFor(permission);
  return required === undefined
    ? new Refusal('forbidden')
    : new Refusal('insufficient_scope', { extras: { required } });
}

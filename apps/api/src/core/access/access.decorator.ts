import { createParamDecorator, SetMetadata, type ExecutionContext } from '@nestjs/common';
import type { Permission } from '@praktika/contracts';
import type { FastifyRequest } from 'fastify';
import type { Actor, Person } from './actor.js';

/** What a route demands of its caller. A route that declares nothing is refused and fails the route sweep. */
export type AccessRule =
  | { readonly kind: 'public' }
  | { readonly kind: 'person' }
  | { readonly kind: 'permission'; readonly permission: Permission; readonly tokens: boolean };

export const ACCESS_RULE = 'praktika:access';

/** Anybody, signed in or not. */
export const Public = () => SetMetadata<string, AccessRule>(ACCESS_RULE, { kind: 'public' });

/** A signed-in person, with or without a chosen organization. API tokens do not pass. */
export const SignedIn = () => SetMetadata<string, AccessRule>(ACCESS_RULE, { kind: 'person' });

/** A member of the chosen organization with this permission, or an API token with the scope that carries it. */
export const Access = (permission: Permission) =>
  SetMetadata<string, AccessRule>(ACCESS_RULE, { kind: 'permission', permission, tokens: true });

/** The same for people alone: tokens never manage people, tokens or settings (reliability.md §4.4). */
export const PeopleAccess = (permission: Permission) =>
  SetMetadata<string, AccessRule>(ACCESS_RULE, { kind: 'permission', permission, tokens: false });

/** A request after the access guard. */
export interface AuthenticatedRequest extends FastifyRequest {
  actor?: Actor;
  person?: Person;
}

/** The actor of the request, put there by the access guard. */
export const CurrentActor = createParamDecorator(
  (_: unknown, context: ExecutionContext): Actor | undefined => {
    return context.switchToHttp().getRequest<AuthenticatedRequest>().actor;
  },
);

/** The signed-in person, organization or not. */
export const CurrentPerson = createParamDecorator(
  (_: unknown, context: ExecutionContext): Person | undefined => {
    return context.switchToHttp().getRequest<AuthenticatedRequest>().person;
  },
);

import type { RouteLocationRaw } from 'vue-router';
import type { Me } from '../../../app/api/models.js';

/** Only an address inside this site may be returned to. */
export function safeNext(next: unknown): string {
  return typeof next === 'string' && /^\/(?![/\\])/.test(next) ? next : '/';
}

/** Where a person goes after the door: temporary password, then the organization, then what was asked for. */
export function afterSignIn(me: Me | null, next: unknown): RouteLocationRaw {
  if (!me) return { name: 'login' };
  if (me.person.mustChangePassword) return { name: 'password' };
  if (!me.organization) return { name: 'login-organization', query: { next: safeNext(next) } };
  return safeNext(next);
}

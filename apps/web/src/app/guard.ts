import type { NavigationGuard, RouteLocationNormalized, RouteLocationRaw } from 'vue-router';
import { isApiError } from './api/api-error.js';
import { useSession } from './session/session-store.js';

/**
 * Decides before every page: nobody signed in → the public main page; a temporary password → its change; several
 * organizations and none chosen → «Войти как»; no permission → the page that explains it.
 */
export const guard: NavigationGuard = async (to) => {
  const session = useSession();
  if (!session.loaded) {
    try {
      await session.refresh();
    } catch (error) {
      // Nobody knows who is signed in: a page of the cabinet gives way to «Повторить» (App.vue).
      if (!isApiError(error)) throw error;
      return true;
    }
  }
  if (to.meta.public) return awayFromSignIn(to);
  const { me } = session;
  if (!me) return to.path === '/' ? { name: 'welcome' } : { name: 'login', query: { next: to.fullPath } };
  if (me.person.mustChangePassword && to.name !== 'password') return { name: 'password' };
  if (!me.organization && !to.meta.organizationOptional) {
    return { name: 'login-organization', query: { next: to.fullPath } };
  }
  if (to.meta.demo && !me.demo) return notFound(to);
  if (to.meta.permission && !session.can(to.meta.permission)) return { name: 'forbidden' };
  return true;
};

/** A signed-in person has no business on the sign-in page. */
function awayFromSignIn(to: RouteLocationNormalized): true | RouteLocationRaw {
  const session = useSession();
  return to.name === 'login' && session.me ? { path: '/' } : true;
}

function notFound(to: RouteLocationNormalized): RouteLocationRaw {
  return { name: 'not-found', params: { rest: to.path.split('/').slice(1) } };
}

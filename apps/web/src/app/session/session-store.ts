import type { Permission } from '@praktika/contracts';
import { defineStore } from 'pinia';
import { computed, ref } from 'vue';
import { isApiError } from '../api/api-error.js';
import { api, unwrap } from '../api/client.js';
import type { Counters, Me } from '../api/models.js';
import { reauthentication } from '../api/reauthentication.js';
import { queryClient } from '../query-client.js';

/** Who is signed in, on behalf of which organization, and what they may do. */
export const useSession = defineStore('session', () => {
  const me = ref<Me | null>(null);
  const loaded = ref(false);
  /** Why nobody could be asked who is signed in: the server did not answer. */
  const unreachable = ref<unknown>();

  const permissions = computed(() => new Set(me.value?.permissions ?? []));
  const organization = computed(() => me.value?.organization ?? null);
  const counters = computed<Counters>(
    () => me.value?.counters ?? { waitingForMe: 0, waitingApplications: 0, unreadNotifications: 0 },
  );
  const timeZone = computed(() => organization.value?.timezone ?? 'Europe/Moscow');

  const can = (permission: Permission) => permissions.value.has(permission);

  /** Reads the session afresh; nobody signed in is an answer, not a failure. */
  async function refresh(): Promise<void> {
    try {
      me.value = await unwrap(api.GET('/me'));
      reauthentication.arm(true);
    } catch (error) {
      if (!isApiError(error, 'unauthenticated', 'invalid_token')) {
        unreachable.value = error;
        throw error;
      }
      me.value = null;
      reauthentication.arm(false);
    }
    unreachable.value = undefined;
    loaded.value = true;
  }

  async function signIn(email: string, password: string): Promise<void> {
    await unwrap(api.POST('/auth/login', { body: { email, password } }));
    await refresh();
  }

  /** «Войти как»: the session is scoped to one organization; what was shown for another is forgotten. */
  async function chooseOrganization(organizationId: string): Promise<void> {
    await unwrap(api.POST('/auth/organization', { body: { organizationId } }));
    queryClient.clear();
    await refresh();
  }

  async function signOut(): Promise<void> {
    reauthentication.arm(false);
    try {
      await unwrap(api.POST('/auth/logout'));
    } finally {
      queryClient.clear();
      me.value = null;
    }
  }

  function setCounters(next: Counters): void {
    if (me.value) me.value = { ...me.value, counters: next };
  }

  return {
    me,
    loaded,
    unreachable,
    organization,
    counters,
    timeZone,
    can,
    refresh,
    signIn,
    chooseOrganization,
    signOut,
    setCounters,
  };
});

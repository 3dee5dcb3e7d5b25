import { computed, ref, toValue, watch, type MaybeRefOrGetter } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import { useSavedViews } from '../api/registry-views.js';
import type { RegistryFilters } from '../model/registry-query.js';
import { differsFromView, queryOfView } from '../model/registry-view.js';

/**
 * Saved views on the registry's page. The address names the view it came from; an empty address opens with the
 * person's default view, if there is one.
 */
export function useRegistryView(filters: MaybeRefOrGetter<RegistryFilters>) {
  const route = useRoute();
  const router = useRouter();
  const { data, isPending } = useSavedViews();
  const views = computed(() => data.value ?? []);
  const active = computed(() => views.value.find(({ id }) => id === toValue(filters).view) ?? null);
  const changed = computed(() => active.value !== null && differsFromView(toValue(filters), active.value));

  const home = route.name;
  const bare = computed(() => route.name === home && Object.keys(route.query).length === 0);
  /** It is not known yet what an empty address stands for. */
  const deciding = ref(false);

  // decided once each time the registry is opened: a view that becomes the default later moves nobody away
  watch(bare, (now) => (deciding.value = now), { immediate: true });
  watch(
    [deciding, isPending],
    async () => {
      if (!deciding.value || isPending.value) return;
      const view = views.value.find(({ isDefault }) => isDefault);
      if (view) await router.replace({ query: queryOfView(view) });
      deciding.value = false;
    },
    { immediate: true },
  );

  return { views, active, changed, deciding };
}

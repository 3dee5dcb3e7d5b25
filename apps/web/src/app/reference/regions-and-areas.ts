import { useQuery } from '@tanstack/vue-query';
import { computed } from 'vue';
import { api, unwrap } from '../api/client.js';
import { useSession } from '../session/session-store.js';

/** Reference data hardly ever change while a page is open. */
const KEPT_MS = 3_600_000;

/** Regions, federal districts and professional areas as choices and by their codes; none for who may not read them. */
export function useRegionsAndAreas() {
  const session = useSession();
  const enabled = computed(() => session.can('organization:read'));
  const regions = useQuery({
    queryKey: ['reference', 'regions'],
    queryFn: ({ signal }) => unwrap(api.GET('/reference/regions', { signal })),
    staleTime: KEPT_MS,
    enabled,
  });
  const areas = useQuery({
    queryKey: ['reference', 'professional-areas'],
    queryFn: ({ signal }) => unwrap(api.GET('/reference/professional-areas', { signal })),
    staleTime: KEPT_MS,
    enabled,
  });
  const choices = (items: readonly { code: string; name: string }[] | undefined) =>
    (items ?? []).map(({ code, name }) => ({ value: code, label: name }));
  const named = (items: readonly { code: string; name: string }[] | undefined, code: string | undefined) =>
    items?.find((item) => item.code === code)?.name ?? code;
  return {
    regions: computed(() => choices(regions.data.value?.items)),
    districts: computed(() => choices(regions.data.value?.federalDistricts)),
    areas: computed(() => choices(areas.data.value?.items)),
    regionName: (code: string | undefined | null) => named(regions.data.value?.items, code ?? undefined),
    areaName: (code: string | undefined) => named(areas.data.value?.items, code),
  };
}

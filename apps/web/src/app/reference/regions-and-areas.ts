import { useQuery } from '@tanstack/vue-query';
import { computed } from 'vue';
import { api, unwrap } from '../api/client.js';

/** Reference data hardly ever change while a page is open. */
const KEPT_MS = 3_600_000;

/** Regions and professional areas as choices and by their codes. */
export function useRegionsAndAreas() {
  const regions = useQuery({
    queryKey: ['reference', 'regions'],
    queryFn: ({ signal }) => unwrap(api.GET('/reference/regions', { signal })),
    staleTime: KEPT_MS,
  });
  const areas = useQuery({
    queryKey: ['reference', 'professional-areas'],
    queryFn: ({ signal }) => unwrap(api.GET('/reference/professional-areas', { signal })),
    staleTime: KEPT_MS,
  });
  const choices = (items: readonly { code: string; name: string }[] | undefined) =>
    (items ?? []).map(({ code, name }) => ({ value: code, label: name }));
  const named = (items: readonly { code: string; name: string }[] | undefined, code: string | undefined) =>
    items?.find((item) => item.code === code)?.name ?? code;
  return {
    regions: computed(() => choices(regions.data.value?.items)),
    areas: computed(() => choices(areas.data.value?.items)),
    regionName: (code: string | undefined | null) => named(regions.data.value?.items, code ?? undefined),
    areaName: (code: string | undefined) => named(areas.data.value?.items, code),
  };
}

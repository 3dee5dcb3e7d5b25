import { useQuery } from '@tanstack/vue-query';
import { computed } from 'vue';
import { api, unwrap } from '../api/client.js';
import { useSession } from '../session/session-store.js';

/** Reference data hardly ever change while a page is open. */
const KEPT_MS = 3_600_000;

interface Region {
  readonly code: string;
  readonly name: string;
  readonly federalDistrict: string | null;
}

function byDistrict(regions: readonly Region[]) {
  const names = [...new Set(regions.map(({ federalDistrict }) => federalDistrict))];
  const sorted = names.sort((left, right) =>
    left === null ? 1 : right === null ? -1 : left.localeCompare(right, 'ru'),
  );
  return sorted.map((name) => ({
    name,
    regions: regions
      .filter(({ federalDistrict }) => federalDistrict === name)
      .map(({ code, name: label }) => ({ value: code, label }))
      .sort((left, right) => left.label.localeCompare(right.label, 'ru')),
  }));
}

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
    /** Federal districts by name with their regions; last, without a name, the regions of none. */
    regionsByDistrict: computed(() => byDistrict(regions.data.value?.items ?? [])),
    regionName: (code: string | undefined | null) => named(regions.data.value?.items, code ?? undefined),
    areaName: (code: string | undefined) => named(areas.data.value?.items, code),
  };
}

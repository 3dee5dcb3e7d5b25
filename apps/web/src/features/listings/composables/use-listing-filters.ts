import {
  APPLICATION_TYPES,
  EDUCATION_LEVELS,
  LISTING_SORTS,
  type ApplicationType,
  type EducationLevel,
  type ListingSort,
} from '@praktika/contracts';
import { computed } from 'vue';
import { among, useAddressFilters } from '../../../app/address/use-address-filters.js';
import type { ListingQuery } from '../../../app/api/paths.js';

const isText = (value: string): value is string => value !== '';

/** What published listings are narrowed to; lives in the address, so that every part of the page shares it. */
export function useListingFilters() {
  const { q, text, search, choice, choices, narrowed, reset } = useAddressFilters();
  const type = choices<ApplicationType>('type', among(APPLICATION_TYPES));
  const level = choices<EducationLevel>('level', among(EDUCATION_LEVELS));
  const regionCode = choices('regionCode', isText);
  const areaCode = choices('areaCode', isText);
  const professionId = choice('professionId');
  const organizationId = choice('organizationId');
  const asked = choice('sort');
  const sort = computed<ListingSort>({
    get: () => LISTING_SORTS.find((one) => one === asked.value) ?? LISTING_SORTS[0],
    set: (value) => (asked.value = value === LISTING_SORTS[0] ? null : value),
  });

  const lists = { type, level, regionCode, areaCode };
  const query = computed<ListingQuery>(() => ({
    ...(q.value ? { q: q.value } : {}),
    ...Object.fromEntries(
      Object.entries(lists)
        .filter(([, { value }]) => value.length > 0)
        .map(([name, { value }]) => [name, value]),
    ),
    ...(professionId.value ? { professionId: [professionId.value] } : {}),
    ...(organizationId.value ? { organizationId: [organizationId.value] } : {}),
    sort: sort.value,
  }));
  /** How many filters are set, the text left out. */
  const set = computed(
    () =>
      Object.values(lists).reduce((sum, { value }) => sum + value.length, 0) +
      [professionId, organizationId].filter(({ value }) => value).length,
  );

  return {
    q,
    text,
    search,
    type,
    level,
    regionCode,
    areaCode,
    professionId,
    organizationId,
    sort,
    query,
    set,
    narrowed,
    reset,
  };
}

import type { PartnershipStatus } from '@praktika/contracts';
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/vue-query';
import { computed, toValue, type MaybeRefOrGetter } from 'vue';
import { api, idempotencyKey, ifMatch, unwrap } from '../../../app/api/client.js';
import type { PartnerCard } from '../../../app/api/models.js';

interface PartnerSearch {
  readonly q: string;
  readonly ended: boolean;
}

/** «Мои партнеры» by a part of their name, ИНН or ОГРН. */
export function usePartners(search: MaybeRefOrGetter<PartnerSearch>) {
  return useQuery({
    queryKey: computed(() => ['partners', toValue(search)]),
    queryFn: ({ signal }) => {
      const { q, ended } = toValue(search);
      const status: PartnershipStatus[] = ended ? ['ACTIVE', 'ENDED'] : ['ACTIVE'];
      return unwrap(api.GET('/partners', { params: { query: { status, ...(q ? { q } : {}) } }, signal }));
    },
    placeholderData: keepPreviousData,
  });
}

export function usePartner(id: MaybeRefOrGetter<string>) {
  return useQuery({
    queryKey: computed(() => ['partners', 'card', toValue(id)]),
    queryFn: ({ signal }) =>
      unwrap(api.GET('/partners/{id}', { params: { path: { id: toValue(id) } }, signal })),
  });
}

/** «Прекратить партнёрство», with a reason. */
export function endPartnership({ id, version }: PartnerCard, reason: string): Promise<PartnerCard> {
  return unwrap(
    api.POST('/partners/{id}/actions/end', {
      params: { path: { id }, header: { ...ifMatch(version), ...idempotencyKey() } },
      body: { reason },
    }),
  );
}

/** Has partners asked for anew after one of them changed. */
export function usePartnersCache() {
  const queries = useQueryClient();
  return { refresh: () => void queries.invalidateQueries({ queryKey: ['partners'] }) };
}

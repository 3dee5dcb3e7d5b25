import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/vue-query';
import { computed, toValue, type MaybeRefOrGetter } from 'vue';
import { api, idempotencyKey, ifMatch, unwrap } from '../../../app/api/client.js';
import type { ProfessionCorrections, Proposal } from '../../../app/api/models.js';
import type { ModeratedProposalQuery } from '../../../app/api/paths.js';

/** The queue, or what has been decided, page after page. */
export function useModeratedProposals(query: MaybeRefOrGetter<ModeratedProposalQuery>) {
  return useInfiniteQuery({
    queryKey: computed(() => ['moderation', toValue(query)]),
    queryFn: ({ pageParam, signal }) =>
      unwrap(
        api.GET('/moderation/profession-proposals', {
          params: { query: { ...toValue(query), ...(pageParam ? { cursor: pageParam } : {}) } },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });
}

export function useModeratedProposal(id: MaybeRefOrGetter<string>) {
  return useQuery({
    queryKey: computed(() => ['moderated-proposal', toValue(id)]),
    queryFn: ({ signal }) =>
      unwrap(
        api.GET('/moderation/profession-proposals/{id}', { params: { path: { id: toValue(id) } }, signal }),
      ),
  });
}

type Pressed = Pick<Proposal, 'id' | 'version'>;

const pressOf = ({ id, version }: Pressed) => ({
  path: { id },
  header: { ...ifMatch(version), ...idempotencyKey() },
});

/** «Одобрить», as proposed or as corrected. */
export function approveProposal(proposal: Pressed, body: ProfessionCorrections): Promise<Proposal> {
  const params = pressOf(proposal);
  return unwrap(api.POST('/moderation/profession-proposals/{id}/actions/approve', { params, body }));
}

/** «Отклонить», with the reason the author reads. */
export function rejectProposal(proposal: Pressed, reason: string): Promise<Proposal> {
  const params = pressOf(proposal);
  return unwrap(
    api.POST('/moderation/profession-proposals/{id}/actions/reject', { params, body: { reason } }),
  );
}

/** Puts a fresh card where the screens read it; the lists and the directory are asked for anew. */
export function useModerationCache() {
  const queries = useQueryClient();
  const lists = () => {
    for (const key of ['moderation', 'professions']) void queries.invalidateQueries({ queryKey: [key] });
  };
  return {
    put(proposal: Proposal): void {
      queries.setQueryData(['moderated-proposal', proposal.id], proposal);
      lists();
    },
    refresh(id: string): void {
      void queries.invalidateQueries({ queryKey: ['moderated-proposal', id] });
      lists();
    },
  };
}

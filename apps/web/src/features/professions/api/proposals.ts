import type { ProposalAction } from '@praktika/contracts';
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/vue-query';
import { computed, toValue, type MaybeRefOrGetter } from 'vue';
import { api, idempotencyKey, ifMatch, unwrap } from '../../../app/api/client.js';
import type { Proposal, ProposalDraft } from '../../../app/api/models.js';
import type { ProposalQuery } from '../../../app/api/paths.js';

/** «Предложенные профессии», page after page. */
export function useProposals(query: MaybeRefOrGetter<ProposalQuery>) {
  return useInfiniteQuery({
    queryKey: computed(() => ['proposals', toValue(query)]),
    queryFn: ({ pageParam, signal }) =>
      unwrap(
        api.GET('/profession-proposals', {
          params: { query: { ...toValue(query), ...(pageParam ? { cursor: pageParam } : {}) } },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });
}

export function fetchProposal(id: string, signal?: AbortSignal): Promise<Proposal> {
  return unwrap(
    api.GET('/profession-proposals/{id}', { params: { path: { id } }, ...(signal ? { signal } : {}) }),
  );
}

export function useProposal(id: MaybeRefOrGetter<string>) {
  return useQuery({
    queryKey: computed(() => ['proposal', toValue(id)]),
    queryFn: ({ signal }) => fetchProposal(toValue(id), signal),
  });
}

export function createProposal(body: ProposalDraft): Promise<Proposal> {
  return unwrap(api.POST('/profession-proposals', { body, params: { header: idempotencyKey() } }));
}

export function updateProposal(
  { id, version }: Pick<Proposal, 'id' | 'version'>,
  body: ProposalDraft,
): Promise<Proposal> {
  const params = { path: { id }, header: ifMatch(version) };
  return unwrap(api.PATCH('/profession-proposals/{id}', { params, body }));
}

/** The author's buttons that lead on to another status. */
export type AuthorPress = Extract<ProposalAction, 'submit' | 'recall' | 'reopen'>;

/**
 * Carries out a button for the version on the screen.
 * @throws ApiError 409 when somebody was faster or the directory has it, 412 for a stale version, 422 with the fields
 */
export function actOnProposal(
  { id, version }: Pick<Proposal, 'id' | 'version'>,
  action: AuthorPress,
): Promise<Proposal> {
  const params = { path: { id }, header: { ...ifMatch(version), ...idempotencyKey() } };
  return unwrap(api.POST(`/profession-proposals/{id}/actions/${action}`, { params }));
}

export async function deleteProposal({ id, version }: Pick<Proposal, 'id' | 'version'>): Promise<void> {
  const params = { path: { id }, header: { ...ifMatch(version), ...idempotencyKey() } };
  await unwrap(api.DELETE('/profession-proposals/{id}', { params }));
}

/** Puts fresh cards where every screen reads them. */
export function useProposalCache() {
  const queries = useQueryClient();
  const lists = () => void queries.invalidateQueries({ queryKey: ['proposals'] });
  return {
    put(proposal: Proposal): void {
      queries.setQueryData(['proposal', proposal.id], proposal);
      lists();
    },
    forget(id: string): void {
      queries.removeQueries({ queryKey: ['proposal', id] });
      lists();
    },
    refresh(id: string): void {
      void queries.invalidateQueries({ queryKey: ['proposal', id] });
      lists();
    },
  };
}

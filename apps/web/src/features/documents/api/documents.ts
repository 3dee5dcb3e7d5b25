import { REGISTRY_FACETS, type DocumentAction } from '@praktika/contracts';
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/vue-query';
import { computed, toValue, type MaybeRefOrGetter } from 'vue';
import { api, idempotencyKey, ifMatch, unwrap } from '../../../app/api/client.js';
import type {
  ActionInput,
  AgreementDraft,
  AnnexDraft,
  Comparison,
  ContractDraft,
  DocumentCard,
  DocumentPage,
  EffectiveTerms,
  NewAgreement,
  NewAnnex,
  NewContract,
} from '../../../app/api/models.js';
import type { DocumentQuery, paths } from '../../../app/api/paths.js';

/** A page of the registry with its counts; the previous page stays until the next has come. */
export function useDocumentPage(query: MaybeRefOrGetter<DocumentQuery>) {
  return useQuery({
    queryKey: computed(() => ['documents', 'page', toValue(query)]),
    queryFn: ({ signal }): Promise<DocumentPage> =>
      unwrap(
        api.GET('/documents', {
          params: { query: { ...toValue(query), facets: [...REGISTRY_FACETS], total: true } },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
  });
}

/** What waits for this organization, the longest first. */
export function useWaitingDocuments(limit: number) {
  return useQuery({
    queryKey: ['documents', 'waiting', limit],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET('/documents', {
          params: { query: { waitingForMe: true, sort: 'waitingSince', limit } },
          signal,
        }),
      ),
  });
}

export function fetchDocument(id: string, signal?: AbortSignal): Promise<DocumentCard> {
  return unwrap(api.GET('/documents/{id}', { params: { path: { id } }, ...(signal ? { signal } : {}) }));
}

export function useDocument(id: MaybeRefOrGetter<string>) {
  return useQuery({
    queryKey: computed(() => ['document', toValue(id)]),
    queryFn: ({ signal }) => fetchDocument(toValue(id), signal),
  });
}

export function useDocumentHistory(id: MaybeRefOrGetter<string>) {
  return useQuery({
    queryKey: computed(() => ['document', toValue(id), 'history']),
    queryFn: ({ signal }) =>
      unwrap(api.GET('/documents/{id}/history', { params: { path: { id: toValue(id) } }, signal })),
  });
}

/** The routes of the buttons differ only in their bodies, which each button's window makes. */
type ActionPath = Extract<keyof paths, `/documents/{id}/actions/${string}`>;
type ActionBody = paths[ActionPath]['post']['requestBody']['content']['application/json'];

/**
 * Carries out a button of the document for the version the person was looking at.
 *
 * @returns the card after the action; undefined when the document is gone (deleted)
 * @throws ApiError 409 when somebody was faster, 412 for a stale version, 422 with the fields at fault
 */
export async function actOnDocument(
  document: { id: string; version: number },
  action: DocumentAction,
  input: ActionInput = {},
): Promise<DocumentCard | undefined> {
  const path = `/documents/{id}/actions/${action}` as ActionPath;
  return unwrap<DocumentCard | undefined>(
    api.POST(path, {
      params: {
        path: { id: document.id },
        header: { ...ifMatch(document.version), ...idempotencyKey() },
      },
      body: input as ActionBody & Record<string, never>,
    }),
  );
}

export function createContract(draft: NewContract): Promise<DocumentCard> {
  return unwrap(api.POST('/contracts', { body: draft, params: { header: idempotencyKey() } }));
}

export function updateContract(id: string, version: number, draft: ContractDraft): Promise<DocumentCard> {
  return unwrap(
    api.PATCH('/contracts/{id}', { params: { path: { id }, header: ifMatch(version) }, body: draft }),
  );
}

export function createAnnex(draft: NewAnnex): Promise<DocumentCard> {
  return unwrap(api.POST('/annexes', { body: draft, params: { header: idempotencyKey() } }));
}

export function updateAnnex(id: string, version: number, draft: AnnexDraft): Promise<DocumentCard> {
  return unwrap(
    api.PATCH('/annexes/{id}', { params: { path: { id }, header: ifMatch(version) }, body: draft }),
  );
}

export function createAgreement(draft: NewAgreement): Promise<DocumentCard> {
  return unwrap(api.POST('/supplementary-agreements', { body: draft, params: { header: idempotencyKey() } }));
}

export function updateAgreement(id: string, version: number, draft: AgreementDraft): Promise<DocumentCard> {
  return unwrap(
    api.PATCH('/supplementary-agreements/{id}', {
      params: { path: { id }, header: ifMatch(version) },
      body: draft,
    }),
  );
}

/** «Создать копию»: the card of the new draft. */
export function copyDocument(id: string): Promise<DocumentCard> {
  return unwrap(
    api.POST('/documents/{id}/actions/copy', {
      params: { path: { id }, header: idempotencyKey() },
      body: {},
    }),
  );
}

/** Two revisions beside each other; nothing is asked while they are the same. */
export function useComparison(
  id: MaybeRefOrGetter<string>,
  numbers: MaybeRefOrGetter<{ from: number; to: number }>,
) {
  return useQuery({
    queryKey: computed(() => ['document', toValue(id), 'comparison', toValue(numbers)]),
    queryFn: ({ signal }): Promise<Comparison> =>
      unwrap(
        api.GET('/documents/{id}/comparison', {
          params: { path: { id: toValue(id) }, query: toValue(numbers) },
          signal,
        }),
      ),
    enabled: computed(() => toValue(numbers).from !== toValue(numbers).to),
    // revisions never change
    staleTime: Infinity,
  });
}

/** Documents that hang on a document, the newest first. */
export function useChildren(parentId: MaybeRefOrGetter<string>, limit: number) {
  return useQuery({
    queryKey: computed(() => ['documents', 'children', toValue(parentId), limit]),
    queryFn: ({ signal }): Promise<DocumentPage> =>
      unwrap(
        api.GET('/documents', {
          params: { query: { parentId: toValue(parentId), sort: '-date', limit, total: true } },
          signal,
        }),
      ),
  });
}

/**
 * The terms of a contract in force on a day.
 *
 * @param on `YYYY-MM-DD`
 */
export function useEffectiveTerms(id: MaybeRefOrGetter<string>, on: MaybeRefOrGetter<string>) {
  return useQuery({
    queryKey: computed(() => ['documents', 'effective-terms', toValue(id), toValue(on)]),
    queryFn: ({ signal }): Promise<EffectiveTerms> =>
      unwrap(
        api.GET('/documents/{id}/effective-terms', {
          params: { path: { id: toValue(id) }, query: { on: toValue(on) } },
          signal,
        }),
      ),
    enabled: computed(() => toValue(on) !== ''),
    placeholderData: keepPreviousData,
  });
}

export function bundleUrl(id: string): string {
  return `/api/v1/documents/${id}/bundle`;
}

/** Puts a fresh card where every screen reads it and lets lists and counts ask again. */
export function useDocumentCache() {
  const queries = useQueryClient();
  return {
    put(card: DocumentCard): void {
      queries.setQueryData(['document', card.id], card);
      void queries.invalidateQueries({ queryKey: ['document', card.id, 'history'] });
      void queries.invalidateQueries({ queryKey: ['documents'] });
    },
    forget(id: string): void {
      queries.removeQueries({ queryKey: ['document', id] });
      void queries.invalidateQueries({ queryKey: ['documents'] });
    },
    refresh(id: string): Promise<void> {
      return queries.invalidateQueries({ queryKey: ['document', id] });
    },
  };
}

import { useQuery, useQueryClient } from '@tanstack/vue-query';
import { computed, toValue, type MaybeRefOrGetter } from 'vue';
import { api, idempotencyKey, unwrap } from '../../../app/api/client.js';
import type { Comment, NewComment } from '../../../app/api/models.js';

/** Comments on a document, oldest first. News of the document asks anew. */
export function useComments(documentId: MaybeRefOrGetter<string>) {
  return useQuery({
    queryKey: computed(() => ['document', toValue(documentId), 'comments']),
    queryFn: ({ signal }) =>
      unwrap(api.GET('/documents/{id}/comments', { params: { path: { id: toValue(documentId) } }, signal })),
  });
}

export function useCommenting(documentId: MaybeRefOrGetter<string>) {
  const queries = useQueryClient();
  return async (comment: NewComment): Promise<Comment> => {
    const written = await unwrap(
      api.POST('/documents/{id}/comments', {
        params: { path: { id: toValue(documentId) }, header: idempotencyKey() },
        body: comment,
      }),
    );
    await queries.invalidateQueries({ queryKey: ['document', toValue(documentId), 'comments'] });
    return written;
  };
}

/** Colleagues whose name holds the text, to be mentioned. */
export async function searchColleagues(q: string): Promise<{ id: string; label: string }[]> {
  const { items } = await unwrap(api.GET('/employees', { params: { query: q ? { q } : {} } }));
  return items
    .filter(({ status }) => status === 'ACTIVE')
    .slice(0, 20)
    .map(({ personId, surname, givenName }) => ({ id: personId, label: `${surname} ${givenName}` }));
}

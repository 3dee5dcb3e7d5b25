import { useQuery, useQueryClient } from '@tanstack/vue-query';
import { api, idempotencyKey, ifMatch, unwrap } from '../../../app/api/client.js';
import type { EducationDeclarationInput, OwnEducationDeclaration } from '../../../app/api/models.js';

/** What the own educational organization declares to teach. */
export function useEducationDeclaration(enabled: () => boolean) {
  return useQuery({
    queryKey: ['organization', 'education'],
    queryFn: ({ signal }) => unwrap(api.GET('/organization/education', { signal })),
    enabled,
  });
}

/** @throws ApiError `precondition_failed` when a colleague has changed the profile meanwhile */
export function declareEducation(
  version: number,
  declaration: EducationDeclarationInput,
): Promise<OwnEducationDeclaration> {
  return unwrap(
    api.PUT('/organization/education', {
      params: { header: { ...ifMatch(version), ...idempotencyKey() } },
      body: declaration,
    }),
  );
}

/** The declaration and the profile share one version: either is read anew when the other has changed. */
export function useEducationCache() {
  const queries = useQueryClient();
  return {
    put(declaration: OwnEducationDeclaration): void {
      queries.setQueryData(['organization', 'education'], declaration);
      void queries.invalidateQueries({ queryKey: ['organization'], exact: true });
      void queries.invalidateQueries({ queryKey: ['organizations'] });
    },
    refresh: () => queries.invalidateQueries({ queryKey: ['organization', 'education'] }),
  };
}

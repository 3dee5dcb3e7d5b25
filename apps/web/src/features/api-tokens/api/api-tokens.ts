import { useQuery, useQueryClient } from '@tanstack/vue-query';
import { api, unwrap } from '../../../app/api/client.js';
import type { ApiToken, IssuedApiToken, NewApiToken } from '../../../app/api/models.js';

export function useApiTokens() {
  return useQuery({ queryKey: ['api-tokens'], queryFn: () => unwrap(api.GET('/api-tokens')) });
}

/**
 * «Получить API-токен». The token in the answer is told this once; no idempotency key, since a stored answer would
 * keep it.
 */
export function issueApiToken(input: NewApiToken): Promise<IssuedApiToken> {
  return unwrap(api.POST('/api-tokens', { body: input }));
}

export function revokeApiToken(id: string): Promise<ApiToken> {
  return unwrap(api.POST('/api-tokens/{id}/actions/revoke', { params: { path: { id } } }));
}

export function useApiTokensCache() {
  const queries = useQueryClient();
  return { refresh: () => queries.invalidateQueries({ queryKey: ['api-tokens'] }) };
}

import { QueryClient } from '@tanstack/vue-query';
import { isApiError } from './api/api-error.js';

/** A refusal will be the same next time; only a lost connection or a busy server is worth asking again. */
function worthRetrying(failures: number, error: unknown): boolean {
  return failures < 2 && isApiError(error, 'network', 'unreadable', 'unavailable', 'overloaded');
}

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 15_000, retry: worthRetrying, retryDelay: (attempt) => 400 * 2 ** attempt },
    mutations: { retry: false },
  },
});

import { useQuery } from '@tanstack/vue-query';
import { isApiError } from '../../../app/api/api-error.js';
import { api, unwrap } from '../../../app/api/client.js';
import type { DemoInfo } from '../../../app/api/models.js';

/** The demo's accounts and certificates; null where there is no demo. */
async function fetchDemo(): Promise<DemoInfo | null> {
  try {
    return await unwrap(api.GET('/demo'));
  } catch (error) {
    if (isApiError(error, 'not_found')) return null;
    throw error;
  }
}

export function useDemoAccounts() {
  return useQuery({ queryKey: ['demo', 'accounts'], queryFn: fetchDemo, staleTime: Infinity });
}

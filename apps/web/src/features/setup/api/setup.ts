import { useQuery, useQueryClient } from '@tanstack/vue-query';
import { api, unwrap } from '../../../app/api/client.js';
import type { FirstPerson, SetupState } from '../../../app/api/models.js';

const KEY = ['setup'];

/** Is the installation still without its first person? */
export function useSetup() {
  return useQuery({ queryKey: KEY, queryFn: () => unwrap(api.GET('/setup')) });
}

/** Takes over what the server told about the set-up. */
export function useSetupCache() {
  const client = useQueryClient();
  return { store: (state: SetupState) => client.setQueryData(KEY, state) };
}

export function completeSetup(person: FirstPerson): Promise<SetupState> {
  return unwrap(api.POST('/setup', { body: person }));
}

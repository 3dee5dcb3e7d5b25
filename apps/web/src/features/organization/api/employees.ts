import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/vue-query';
import { computed, toValue, type MaybeRefOrGetter } from 'vue';
import { api, idempotencyKey, unwrap } from '../../../app/api/client.js';
import type { Employee, EmployeePatch, NewEmployee } from '../../../app/api/models.js';

export function useEmployees(q: MaybeRefOrGetter<string>) {
  return useQuery({
    queryKey: computed(() => ['employees', 'list', toValue(q)]),
    queryFn: ({ signal }) => {
      const text = toValue(q).trim();
      return unwrap(api.GET('/employees', { params: { query: text ? { q: text } : {} }, signal }));
    },
    placeholderData: keepPreviousData,
  });
}

/** Adds a person; the temporary password in the answer is told this once. */
export function addEmployee(
  employee: NewEmployee,
): Promise<{ employee: Employee; temporaryPassword: string }> {
  return unwrap(api.POST('/employees', { body: employee, headers: idempotencyKey() }));
}

export function updateEmployee(id: string, patch: EmployeePatch): Promise<Employee> {
  return unwrap(api.PATCH('/employees/{id}', { params: { path: { id } }, body: patch }));
}

export function endEmployee(id: string): Promise<Employee> {
  return unwrap(api.POST('/employees/{id}/actions/end', { params: { path: { id } } }));
}

export function useEmployeesCache() {
  const queries = useQueryClient();
  return { refresh: () => queries.invalidateQueries({ queryKey: ['employees'] }) };
}

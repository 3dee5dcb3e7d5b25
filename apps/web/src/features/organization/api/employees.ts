import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/vue-query';
import { computed, toValue, type MaybeRefOrGetter } from 'vue';
import { api, idempotencyKey, unwrap } from '../../../app/api/client.js';
import type { AddedEmployee, Employee, EmployeePatch, NewEmployee } from '../../../app/api/models.js';

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

/** Adds a person; a new one's temporary password is told this once, a known one keeps their own. */
export function addEmployee(employee: NewEmployee): Promise<AddedEmployee> {
  return unwrap(api.POST('/employees', { body: employee, params: { header: idempotencyKey() } }));
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

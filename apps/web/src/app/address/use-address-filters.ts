import { useDebounceFn } from '@vueuse/core';
import { computed, ref } from 'vue';
import { useRoute } from 'vue-router';
import { usePageQuery } from './use-page-query.js';

/** Is a word of the address one of those known? */
export const among =
  <T extends string>(values: readonly T[]) =>
  (value: string): value is T =>
    (values as readonly string[]).includes(value);

/** Filters of a list that live in the address: back, reload and a link to a colleague give the same list. */
export function useAddressFilters() {
  const route = useRoute();
  const setQuery = usePageQuery();

  const valueOf = (name: string): string => {
    const value = route.query[name];
    return typeof value === 'string' ? value : '';
  };

  function narrow(name: string, value: string | null): void {
    const { [name]: _, ...rest } = route.query;
    setQuery(value ? { ...rest, [name]: value } : rest, { replace: true });
  }

  /** One choice of a list, or nothing; `known` leaves out what is none of them. */
  const choice = <T extends string = string>(name: string, known?: (value: string) => value is T) =>
    computed<T | null>({
      get: () => {
        const value = valueOf(name);
        return value !== '' && (!known || known(value)) ? (value as T) : null;
      },
      set: (value) => narrow(name, value),
    });

  /** Several choices of a list, parted by commas; `known` leaves out what is none of them. */
  const choices = <T extends string>(name: string, known: (value: string) => value is T) =>
    computed<T[]>({
      get: () => valueOf(name).split(',').filter(known),
      set: (values) => narrow(name, values.join(',') || null),
    });

  /** A tick: set or not. */
  const flag = (name: string) =>
    computed<boolean>({
      get: () => valueOf(name) === 'true',
      set: (value) => narrow(name, value ? 'true' : null),
    });

  const q = computed(() => valueOf('q'));
  const text = ref(q.value);
  const search = useDebounceFn(() => narrow('q', text.value.trim() || null), 300);
  const narrowed = computed(() => Object.keys(route.query).length > 0);

  function reset(): void {
    text.value = '';
    setQuery({}, { replace: true });
  }

  return { q, text, search, choice, choices, flag, narrowed, reset };
}

import { useDebounceFn } from '@vueuse/core';
import { computed, ref } from 'vue';
import { useRoute, useRouter } from 'vue-router';

/** Filters of a list that live in the address: back, reload and a link to a colleague give the same list. */
export function useAddressFilters() {
  const route = useRoute();
  const router = useRouter();

  const valueOf = (name: string): string => {
    const value = route.query[name];
    return typeof value === 'string' ? value : '';
  };

  function narrow(name: string, value: string | null): void {
    const { [name]: _, ...rest } = route.query;
    void router.replace({ query: value ? { ...rest, [name]: value } : rest });
  }

  /** One choice of a list, or nothing. */
  const choice = (name: string) =>
    computed<string | null>({ get: () => valueOf(name) || null, set: (value) => narrow(name, value) });

  /** Several choices of a list, parted by commas; `known` leaves out what is none of them. */
  const choices = <T extends string>(name: string, known: (value: string) => value is T) =>
    computed<T[]>({
      get: () => valueOf(name).split(',').filter(known),
      set: (values) => narrow(name, values.join(',') || null),
    });

  const q = computed(() => valueOf('q'));
  const text = ref(q.value);
  const search = useDebounceFn(() => narrow('q', text.value.trim() || null), 300);
  const narrowed = computed(() => Object.keys(route.query).length > 0);

  function reset(): void {
    text.value = '';
    void router.replace({ query: {} });
  }

  return { q, text, search, choice, choices, narrowed, reset };
}

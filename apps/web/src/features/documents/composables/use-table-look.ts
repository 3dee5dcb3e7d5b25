import { useLocalStorage, useMediaQuery } from '@vueuse/core';
import { computed } from 'vue';
import { useSession } from '../../../app/session/session-store.js';

/** Columns of the registry that can be turned off; the document itself always stands. */
export const REGISTRY_COLUMNS = ['partner', 'status', 'updated', 'date', 'practice'] as const;

export type RegistryColumn = (typeof REGISTRY_COLUMNS)[number];

const MOST_BESIDE_FILTERS = 3;

/** Which columns a person wants to see, kept in this browser for each person. */
export function useTableLook() {
  const session = useSession();
  const roomy = useMediaQuery('(min-width: 1536px)');
  const stored = useLocalStorage<string | null>(
    () => `praktika.registry-columns.${session.me?.person.id ?? ''}`,
    null,
  );

  const columns = computed<RegistryColumn[]>(() => {
    const chosen = stored.value?.split(',');
    if (chosen) return REGISTRY_COLUMNS.filter((column) => chosen.includes(column));
    return roomy.value ? ['partner', 'status', 'updated'] : ['partner', 'status'];
  });

  function toggle(column: RegistryColumn): void {
    const on = !columns.value.includes(column);
    stored.value = REGISTRY_COLUMNS.filter((one) => (one === column ? on : columns.value.includes(one))).join(
      ',',
    );
  }

  /** So many columns that the filters have to make room for them. */
  const crowded = computed(() => !roomy.value && columns.value.length > MOST_BESIDE_FILTERS);

  return { columns, toggle, crowded };
}

import { REGISTRY_LIMITS } from '@praktika/contracts';
import { useDebounceFn } from '@vueuse/core';
import { computed, onScopeDispose, ref, watch, type Ref } from 'vue';
import { useSession } from '../session/session-store.js';
import { PALETTE_GROUPS, type PaletteOption } from './palette-option.js';
import { searchEverything, type Found } from './search-everything.js';
import { usePaletteCommands } from './use-palette-commands.js';

/** Shorter texts are of commands alone. */
const SHORTEST = 2;
const PAUSE_MS = 200;
const NOTHING: Found = { by: '', options: [] };

/** The lines of the palette for what is typed: commands at once, documents and partners when the server has answered. */
export function usePaletteSearch(text: Readonly<Ref<string>>) {
  const session = useSession();
  const commands = usePaletteCommands(text);
  const wanted = computed(() => text.value.trim().slice(0, REGISTRY_LIMITS.search));
  const found = ref<Found>(NOTHING);
  const state = ref<'idle' | 'loading' | 'failed'>('idle');
  let running: AbortController | undefined;

  async function ask(): Promise<void> {
    if (wanted.value.length < SHORTEST) return;
    const mine = (running = new AbortController());
    try {
      found.value = await searchEverything(wanted.value, session.can, mine.signal);
      if (!mine.signal.aborted) state.value = 'idle';
    } catch {
      if (!mine.signal.aborted) state.value = 'failed';
    }
  }
  const askLater = useDebounceFn(ask, PAUSE_MS);

  /** An answer to an earlier text is of no use any more. */
  function forget(): void {
    running?.abort();
    found.value = NOTHING;
  }

  watch(wanted, (now) => {
    forget();
    state.value = now.length < SHORTEST ? 'idle' : 'loading';
    void askLater();
  });
  onScopeDispose(() => running?.abort());

  function retry(): void {
    state.value = 'loading';
    void ask();
  }

  const groups = computed(() => {
    const options: PaletteOption[] = [...found.value.options, ...commands.value];
    return PALETTE_GROUPS.map((name) => ({
      name,
      options: options.filter(({ group }) => group === name),
    })).filter((group) => group.options.length > 0);
  });
  /** The text of the other layout, when that is what has found something. */
  const meant = computed(() => (found.value.by === wanted.value ? '' : found.value.by));

  return { groups, state, meant, retry };
}

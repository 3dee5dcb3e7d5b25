import { computed, onBeforeUnmount, onMounted, ref, watch } from 'vue';
import { isApiError } from '../api/api-error.js';

/**
 * `held`: nothing can be sent yet (faults, or no partner chosen), the work is kept in this browser. `conflict`:
 * somebody else has saved meanwhile, the person decides. `refused`: the server will not take it.
 */
export type SaveState = 'clean' | 'dirty' | 'saving' | 'saved' | 'held' | 'offline' | 'conflict' | 'refused';

export interface AutosaveOptions {
  /** What is being worked on, as text; any change of it is saved. */
  snapshot: () => string;
  /** May it be sent now? */
  sendable: () => boolean;
  send: () => Promise<void>;
  /** Keeps the work in this browser until the server has it. */
  keep: (text: string) => void;
  forget: () => void;
  pause?: number;
  retryPause?: number;
}

const PAUSE = 1_200;
const RETRY_PAUSE = 10_000;
const CONNECTION = ['network', 'unreadable', 'unavailable', 'overloaded', 'internal'] as const;

/**
 * Saves by itself: every change at once in the browser, after a pause on the server, one request at a time. What
 * was typed during a request goes with the next one.
 */
export function useAutosave(options: AutosaveOptions) {
  const state = ref<SaveState>('clean');
  const savedAt = ref<Date>();
  const failure = ref<unknown>();
  /** Null while nothing of what is on the screen counts as saved. */
  let stored: string | null = options.snapshot();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<boolean> | undefined;

  const dirty = computed(() => options.snapshot() !== stored || state.value === 'refused');

  watch(options.snapshot, (text) => {
    if (text === stored) return;
    options.keep(text);
    if (state.value === 'conflict') return;
    state.value = 'dirty';
    later(options.pause ?? PAUSE);
  });

  function later(pause: number): void {
    clearTimeout(timer);
    timer = setTimeout(() => void save(), pause);
  }

  /** Saves now what is not saved yet; true when the server has everything. */
  async function save(): Promise<boolean> {
    clearTimeout(timer);
    if (running) {
      await running;
      return save();
    }
    if (state.value === 'conflict') return false;
    if (options.snapshot() === stored) return true;
    if (!options.sendable()) {
      state.value = 'held';
      return false;
    }
    running = attempt();
    const done = await running.finally(() => (running = undefined));
    return done && options.snapshot() !== stored ? save() : done;
  }

  /** Saves what is on the screen even when nothing was typed: an untouched form is stored when a press asks for it. */
  function store(): Promise<boolean> {
    stored = null;
    return save();
  }

  async function attempt(): Promise<boolean> {
    const text = options.snapshot();
    state.value = 'saving';
    failure.value = undefined;
    try {
      await options.send();
    } catch (error) {
      take(error);
      return false;
    }
    stored = text;
    savedAt.value = new Date();
    state.value = options.snapshot() === text ? 'saved' : 'dirty';
    if (state.value === 'saved') options.forget();
    return true;
  }

  function take(error: unknown): void {
    failure.value = error;
    if (isApiError(error, 'precondition_failed')) state.value = 'conflict';
    else if (isApiError(error, ...CONNECTION)) {
      state.value = 'offline';
      savedAt.value = new Date();
      later(options.retryPause ?? RETRY_PAUSE);
    } else state.value = 'refused';
  }

  /** What is on the screen now is what the server has: after loading, or after a conflict was settled. */
  function settle(): void {
    stored = options.snapshot();
    state.value = 'clean';
    failure.value = undefined;
  }

  /** After a conflict the person chose their own work: it is sent over the newer version. */
  function insist(): Promise<boolean> {
    state.value = 'dirty';
    return save();
  }

  const onOnline = () => {
    if (state.value === 'offline') void save();
  };
  onMounted(() => window.addEventListener('online', onOnline));
  onBeforeUnmount(() => {
    window.removeEventListener('online', onOnline);
    clearTimeout(timer);
    void save();
  });

  return { state, savedAt, failure, dirty, save, store, settle, insist };
}

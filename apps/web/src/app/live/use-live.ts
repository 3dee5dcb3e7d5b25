import { useQueryClient } from '@tanstack/vue-query';
import { onBeforeUnmount, onMounted, ref } from 'vue';
import { API_BASE } from '../api/client.js';
import type { Counters } from '../api/models.js';
import { useSession } from '../session/session-store.js';
import { liveDocuments } from './live-documents.js';

const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 30_000;
/** Failures in a row after which people are told that the page may be stale. */
const FAILURES_BEFORE_NOTICE = 3;

/**
 * Live news over server-sent events: counters go to the session, a changed document is told to whoever shows it.
 * A lost stream is opened again with growing pauses; after it comes back everything shown is asked anew.
 */
export function useLive() {
  const session = useSession();
  const queries = useQueryClient();
  const connected = ref(true);
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;

  function open(): void {
    source = new EventSource(`${API_BASE}/live`);
    source.addEventListener('open', onOpen);
    source.addEventListener('error', onError);
    source.addEventListener('counters', (event) => {
      session.setCounters(JSON.parse(event.data) as Counters);
      void queries.invalidateQueries({ queryKey: ['notifications'] });
    });
    source.addEventListener('document', (event) => {
      const news = JSON.parse(event.data) as { id: string; version: number };
      void queries.invalidateQueries({ queryKey: ['documents'] });
      liveDocuments.tell(news);
    });
  }

  function onOpen(): void {
    if (failures > 0) void queries.invalidateQueries();
    failures = 0;
    connected.value = true;
  }

  function onError(): void {
    source?.close();
    failures += 1;
    if (failures >= FAILURES_BEFORE_NOTICE) connected.value = false;
    const pause = Math.min(FIRST_PAUSE * 2 ** (failures - 1), LONGEST_PAUSE);
    timer = setTimeout(open, pause * (0.75 + Math.random() / 2));
  }

  onMounted(open);
  onBeforeUnmount(() => {
    clearTimeout(timer);
    source?.close();
  });

  return { connected };
}

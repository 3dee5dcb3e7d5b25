import { ref, watch, type Ref } from 'vue';
import type { DocumentCard } from '../../../app/api/models.js';
import { onDocumentNews, type DocumentNews } from '../../../app/live/live-documents.js';

/**
 * Keeps an open card fresh. News of a version newer than the one shown asks the card anew; when the status turns
 * out to be another, the page says so until it is dismissed. One's own press puts the fresh card in place before
 * its news arrives, so it raises no notice.
 */
export function useChangeNotice(
  id: Readonly<Ref<string>>,
  document: Readonly<Ref<DocumentCard | undefined>>,
  refresh: () => Promise<unknown>,
) {
  const changedStatus = ref<string | null>(null);

  async function hear(news: DocumentNews): Promise<void> {
    const shown = document.value;
    if (news.id !== id.value || !shown || news.version <= shown.version) return;
    await refresh();
    const fresh = document.value;
    if (fresh && fresh.status !== shown.status) changedStatus.value = fresh.statusLabel;
  }
  onDocumentNews((news) => void hear(news));

  const dismiss = () => {
    changedStatus.value = null;
  };
  watch(id, dismiss);

  return { changedStatus, dismiss };
}

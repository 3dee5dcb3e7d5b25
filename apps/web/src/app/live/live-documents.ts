import { onBeforeUnmount } from 'vue';

export interface DocumentNews {
  id: string;
  version: number;
}

type Listener = (news: DocumentNews) => void;

const listeners = new Set<Listener>();

/** News of documents, from the one live stream to whichever pages are open. */
export const liveDocuments = {
  tell(news: DocumentNews): void {
    for (const listener of listeners) listener(news);
  },
};

/** Hears of changed documents while the component lives. */
export function onDocumentNews(listener: Listener): void {
  listeners.add(listener);
  onBeforeUnmount(() => listeners.delete(listener));
}

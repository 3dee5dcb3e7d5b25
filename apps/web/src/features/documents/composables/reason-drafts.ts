import { defineStore } from 'pinia';
import { ref } from 'vue';

/** Reasons typed and not yet sent, by document and button: closing the window does not lose them. */
export const useReasonDrafts = defineStore('reason-drafts', () => {
  const drafts = ref<Record<string, string>>({});
  const keyOf = (documentId: string, action: string) => `${documentId}:${action}`;

  return {
    drafts,
    read: (documentId: string, action: string) => drafts.value[keyOf(documentId, action)] ?? '',
    write(documentId: string, action: string, text: string): void {
      drafts.value[keyOf(documentId, action)] = text;
    },
    forget(documentId: string, action: string): void {
      delete drafts.value[keyOf(documentId, action)];
    },
  };
});

import { DOCUMENT_ACTIONS, type DocumentAction } from '@praktika/contracts';
import { ref, shallowRef, watch, type Ref } from 'vue';
import { useRoute, useRouter, type RouteLocationRaw } from 'vue-router';
import type { DocumentCard } from '../../../app/api/models.js';

/** Buttons that open a form instead of a window: editing the draft, and drawing up what hangs on the document. */
function formOf(action: DocumentAction, { id }: DocumentCard): RouteLocationRaw | undefined {
  switch (action) {
    case 'update':
      return { name: 'document-edit', params: { id } };
    case 'add-annex':
      return { name: 'annex-new', params: { parentId: id } };
    case 'amend':
    case 'terminate':
      return agreementForm(id, action);
    default:
      return undefined;
  }
}

/** Where an agreement on a contract is drawn up. */
export function agreementForm(parentId: string, action: 'amend' | 'terminate'): RouteLocationRaw {
  const kind = action === 'amend' ? 'SUPPLEMENTARY_AMENDMENT' : 'SUPPLEMENTARY_TERMINATION';
  return { name: 'agreement-new', params: { parentId }, query: { kind } };
}

/**
 * Which button's window is open, and over which version of the document: the one the person was looking at when
 * the window opened, so that news which arrives meanwhile does not slip under the press. `?action=` in the address
 * (a registry row's button) opens the window as soon as the card is there.
 */
export function useActionWindow(document: Readonly<Ref<DocumentCard | undefined>>) {
  const route = useRoute();
  const router = useRouter();
  const action = ref<DocumentAction | null>(null);
  const target = shallowRef<DocumentCard | null>(null);

  function open(name: DocumentAction, card: DocumentCard): void {
    const form = formOf(name, card);
    if (form) {
      void router.push(form);
      return;
    }
    target.value = card;
    action.value = name;
  }

  function close(): void {
    action.value = null;
    target.value = null;
  }

  // One watcher for both: another card closes the window of the former one before its own may open.
  watch(
    () => [document.value, route.query['action']] as const,
    ([card, asked], former) => {
      if (former?.[0]?.id !== card?.id) close();
      if (!card || !asked) return;
      const known = DOCUMENT_ACTIONS.find((name) => name === asked);
      const offered = card.availableActions.some((item) => item.action === known && item.enabled);
      void router.replace({ query: {} });
      if (known && offered) open(known, card);
    },
    { immediate: true },
  );

  return { action, target, open, close };
}

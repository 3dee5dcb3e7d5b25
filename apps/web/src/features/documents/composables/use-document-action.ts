import type { DocumentAction } from '@praktika/contracts';
import { computed, ref } from 'vue';
import { useI18n } from 'vue-i18n';
import { isApiError } from '../../../app/api/api-error.js';
import type { ActionInput, DocumentCard } from '../../../app/api/models.js';
import { useForm, type FieldFault } from '../../../app/forms/use-form.js';
import { useNotify } from '../../../ui/notify.js';
import { actOnDocument, useDocumentCache } from '../api/documents.js';
import { useKindWords } from './use-kind-words.js';

interface DocumentActionOptions {
  document: DocumentCard;
  action: DocumentAction;
  input: () => ActionInput;
  check?: () => FieldFault[];
  /** Told after success; the card is undefined when the document is gone. */
  done: (card: DocumentCard | undefined) => unknown;
}

/**
 * One press of a document's button: checks, sends for the version that was on the screen, puts the fresh card in
 * place. After a refusal because somebody was faster the card below is asked anew, so that the person sees what
 * it is now.
 */
export function useDocumentAction(options: DocumentActionOptions) {
  const { te } = useI18n();
  const say = useKindWords(() => options.document.kind);
  const notify = useNotify();
  const cache = useDocumentCache();
  const overtaken = ref(false);

  const form = useForm({
    ...(options.check ? { check: options.check } : {}),
    send: async () => {
      try {
        return await actOnDocument(options.document, options.action, options.input());
      } catch (error) {
        if (isApiError(error, ...OVERTAKEN)) {
          overtaken.value = true;
          void cache.refresh(options.document.id);
        }
        throw error;
      }
    },
    done: async (card) => {
      if (card) cache.put(card);
      else cache.forget(options.document.id);
      const words = `dialogs.${options.action === 'confirm' ? 'confirmPaper' : options.action}.done`;
      if (te(words, 'ru')) notify.done(say(words), options.document.title);
      await options.done(card);
    },
  });

  return { ...form, overtaken: computed(() => overtaken.value) };
}

/** Refusals after which what is on the screen is no longer true. */
const OVERTAKEN = [
  'invalid_state',
  'already_signed',
  'document_withdrawn',
  'document_changed',
  'precondition_failed',
  'not_found',
] as const;

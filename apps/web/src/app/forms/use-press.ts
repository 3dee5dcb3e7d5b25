import { ref } from 'vue';
import { isApiError } from '../api/api-error.js';
import { useForm, type FieldFault } from './use-form.js';

interface PressOptions<T> {
  check?: () => FieldFault[];
  send: () => Promise<T>;
  /** Asks anew for what is on the screen, which is no longer true. */
  refresh: () => void;
  done: (answer: T) => unknown;
}

/** Refusals after which what is on the screen is no longer true. */
const OVERTAKEN = ['invalid_state', 'duplicate', 'precondition_failed', 'not_found'] as const;

/** One press of a card's button, for the version on the screen; `overtaken` when somebody was faster. */
export function usePress<T>({ send, refresh, ...rest }: PressOptions<T>) {
  const overtaken = ref(false);
  const form = useForm({
    ...rest,
    send: async () => {
      try {
        return await send();
      } catch (error) {
        if (isApiError(error, ...OVERTAKEN)) {
          overtaken.value = true;
          refresh();
        }
        throw error;
      }
    },
  });
  return { ...form, overtaken };
}

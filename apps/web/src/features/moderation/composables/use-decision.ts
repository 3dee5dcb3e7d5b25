import { ref } from 'vue';
import { isApiError } from '../../../app/api/api-error.js';
import type { Proposal } from '../../../app/api/models.js';
import { useForm, type FieldFault } from '../../../app/forms/use-form.js';
import { useNotify } from '../../../ui/notify.js';

interface Decision {
  readonly send: () => Promise<Proposal>;
  readonly check?: () => FieldFault[];
  /** What is told afterwards. */
  readonly told: string;
  readonly done: (proposal: Proposal) => void;
  readonly overtaken: () => void;
}

/** One decision of the moderator's; when somebody was faster the window leads back to the present state. */
export function useDecision({ send, check, told, done, overtaken: tell }: Decision) {
  const notify = useNotify();
  const overtaken = ref(false);
  const form = useForm({
    ...(check ? { check } : {}),
    send: async () => {
      try {
        return await send();
      } catch (error) {
        if (isApiError(error, 'invalid_state', 'precondition_failed', 'not_found')) {
          overtaken.value = true;
          tell();
        }
        throw error;
      }
    },
    done: (proposal) => {
      notify.done(told, proposal.name);
      done(proposal);
    },
  });
  return { ...form, overtaken };
}

import { computed, ref, type Ref } from 'vue';
import { isApiError } from '../api/api-error.js';

/** One field at fault: JSON pointer into the request, and the words shown beside the field. */
export interface FieldFault {
  pointer: string;
  message: string;
}

interface FormOptions<T> {
  /** What can be told before anything is sent; empty when all is well. */
  check?: () => FieldFault[];
  /** Sends the form. Field errors of a refusal go to their fields, any other failure to `failure`. */
  send: () => Promise<T>;
  done?: (answer: T) => unknown;
}

/** The behaviour every form shares: check, send once, put what went wrong where it belongs. */
export function useForm<T>(options: FormOptions<T>) {
  const faults: Ref<FieldFault[]> = ref([]);
  const failure = ref<unknown>();
  const pending = ref(false);
  const errorOf = computed(() => {
    const byPointer = new Map(faults.value.map((fault) => [fault.pointer, fault.message]));
    return (pointer: string) => byPointer.get(pointer);
  });

  async function submit(): Promise<boolean> {
    if (pending.value) return false;
    failure.value = undefined;
    faults.value = options.check?.() ?? [];
    if (faults.value.length > 0) return false;
    pending.value = true;
    try {
      const answer = await options.send();
      await options.done?.(answer);
      return true;
    } catch (error) {
      take(error);
      return false;
    } finally {
      pending.value = false;
    }
  }

  function take(error: unknown): void {
    if (isApiError(error) && error.fields.length > 0) {
      faults.value = error.fields.map(({ pointer, detail }) => ({ pointer, message: detail }));
      return;
    }
    failure.value = error;
  }

  function reset(): void {
    faults.value = [];
    failure.value = undefined;
  }

  return { faults, failure, pending, errorOf, submit, reset, take };
}

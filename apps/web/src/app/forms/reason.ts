import { ref } from 'vue';
import { useI18n } from 'vue-i18n';
import type { FieldFault } from './use-form.js';

/** A reason that must be given, with its check and the body it goes in. */
export function useReason() {
  const { t } = useI18n();
  const reason = ref('');
  const check = (): FieldFault[] =>
    reason.value.trim() ? [] : [{ pointer: '/reason', message: t('dialogs.reasonRequired') }];
  const body = () => ({ reason: reason.value.trim() });
  return { reason, check, body };
}

import { computed } from 'vue';
import { useI18n } from 'vue-i18n';
import type { CheckWords } from '../model/application-checks.js';

/** Keys of the fields' names that differ from the last step of their pointer. */
const LABELS: Readonly<Record<string, string>> = {
  applicationType: 'applications.fields.type',
  areaCode: 'applications.fields.area',
  regionCode: 'applications.fields.region',
  from: 'applications.form.from',
  to: 'applications.form.to',
};

/** The words of an application form's checks in the language of the interface. */
export function useCheckWords() {
  const { t } = useI18n();
  return computed<CheckWords>(() => ({
    seats: t('applications.checks.seats'),
    required: t('applications.checks.required'),
    fileOrDraft: t('applications.checks.fileOrDraft'),
    label: (name) => t(LABELS[name] ?? `applications.fields.${name}`),
  }));
}

import {
  APPLICATION_TYPE_LABELS,
  EDUCATION_LEVEL_LABELS,
  PLACE_CONDITION_LABELS,
  PRACTICE_KIND_LABELS,
  type ApplicationTerms,
} from '@praktika/contracts';
import { useI18n } from 'vue-i18n';
import { formatDate } from '../../../app/format.js';
import { useRegionsAndAreas } from '../../../app/reference/regions-and-areas.js';

/** A person as one line. */
export function personText(
  person: { fullName?: string; position?: string; phone?: string; email?: string } | null | undefined,
): string {
  return [person?.fullName, person?.position, person?.phone, person?.email].filter(Boolean).join(', ');
}

/** What an application says, as labelled facts: for its card and for the check before sending. */
export function useTermsFacts() {
  const { t } = useI18n();
  const { regionName, areaName } = useRegionsAndAreas();

  function termsFacts(terms: ApplicationTerms) {
    const types = terms.applicationTypes ?? (terms.applicationType ? [terms.applicationType] : []);
    const period = terms.from && terms.to ? `${formatDate(terms.from)} — ${formatDate(terms.to)}` : undefined;
    const values = {
      type: types.map((type) => APPLICATION_TYPE_LABELS[type]).join(', '),
      level: terms.level && EDUCATION_LEVEL_LABELS[terms.level],
      specialty: [terms.specialtyCode, terms.specialtyName].filter(Boolean).join(' '),
      area: areaName(terms.areaCode),
      profession: terms.profession,
      practiceKind: terms.practiceKind && PRACTICE_KIND_LABELS[terms.practiceKind],
      practiceType: terms.practiceType,
      seats: terms.seats,
      period,
      region: regionName(terms.regionCode),
      address: [terms.city, terms.address].filter(Boolean).join(', '),
      conditions: (terms.conditions ?? []).map((code) => PLACE_CONDITION_LABELS[code]).join('\n'),
      requirements: terms.requirements,
      description: terms.description,
    };
    return Object.entries(values).map(([name, value]) => ({
      label: t(`applications.fields.${name}`),
      value,
    }));
  }

  function messageFacts({ message, contact }: ApplicationTerms) {
    return [
      { label: t('applications.fields.message'), value: message },
      { label: t('applications.fields.contact'), value: personText(contact) },
    ];
  }

  return { termsFacts, messageFacts };
}

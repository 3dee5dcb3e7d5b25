import {
  APPLICATION_TYPE_LABELS,
  EDUCATION_LEVEL_LABELS,
  PLACE_CONDITION_LABELS,
  PRACTICE_KIND_LABELS,
  type PracticePlaces,
} from '@praktika/contracts';
import { useI18n } from 'vue-i18n';
import { formatDate } from '../format.js';

/** How cards call the region and the area; the API tells them with a listing, the reference data otherwise. */
interface Named {
  readonly areaName: string | null | undefined;
  readonly regionName: string | null | undefined;
}

/** The first and the last day of practice: «01.02.2027 — 28.02.2027». */
export const periodText = ({ from, to }: Pick<PracticePlaces, 'from' | 'to'>): string =>
  [from, to].filter(Boolean).map(formatDate).join(' — ');

/** Places for practical training as names and values, in the order of the form. */
export function usePlacesFacts() {
  const { t } = useI18n();
  return (places: PracticePlaces, { areaName, regionName }: Named) => {
    const { applicationType, level, practiceKind, conditions = [] } = places;
    const label = (name: string) => t(`applications.fields.${name}`);
    return [
      { label: label('type'), value: applicationType && APPLICATION_TYPE_LABELS[applicationType] },
      { label: label('level'), value: level && EDUCATION_LEVEL_LABELS[level] },
      {
        label: label('specialty'),
        value: [places.specialtyCode, places.specialtyName].filter(Boolean).join(' '),
      },
      { label: label('area'), value: areaName },
      { label: label('profession'), value: places.profession },
      { label: label('practiceKind'), value: practiceKind && PRACTICE_KIND_LABELS[practiceKind] },
      { label: label('practiceType'), value: places.practiceType },
      { label: label('seats'), value: places.seats },
      { label: label('period'), value: periodText(places) },
      { label: label('region'), value: regionName },
      { label: label('address'), value: [places.city, places.address].filter(Boolean).join(', ') },
      {
        label: label('conditions'),
        value: conditions.map((code) => PLACE_CONDITION_LABELS[code]).join('\n'),
      },
      { label: label('requirements'), value: places.requirements },
      { label: label('description'), value: places.description },
    ];
  };
}

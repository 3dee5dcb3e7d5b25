import {
  CHANGEABLE_TERM_LABELS,
  FORM_OF_STUDY_LABELS,
  GRADE_SCALE_LABELS,
  PRACTICE_KIND_LABELS,
  PROLONGATION_LABELS,
  REPORT_MODE_LABELS,
} from '@praktika/contracts';
import type { ComposerTranslation } from 'vue-i18n';
import type { Difference } from '../../../app/api/models.js';
import { formatDate } from '../../../app/format.js';

/** Words of the contract form by the name of the field; a list's lines are counted from one. */
const FIELDS: Readonly<Record<string, string>> = {
  number: 'contractForm.number',
  date: 'contractForm.date',
  files: 'contractForm.files',
  validFrom: 'contractForm.validFrom',
  validTo: 'contractForm.validTo',
  prolongation: 'contractForm.prolongation',
  programmes: 'contractForm.programmes',
  premises: 'contractForm.premises',
  educationSupervisor: 'documents.card.educationSupervisor',
  employerSupervisor: 'documents.card.employerSupervisor',
  assessment: 'contractForm.assessment',
  employerConditions: 'contractForm.employerConditions',
  studentConditions: 'contractForm.studentConditions',
  changes: 'contractForm.changes',
  effectiveDate: 'contractForm.effectiveDate',
  reason: 'contractForm.terminationReason',
  specialtyCode: 'contractForm.specialty',
  specialtyName: 'contractForm.specialtyName',
  level: 'contractForm.level',
  profile: 'contractForm.profile',
  course: 'contractForm.course',
  group: 'contractForm.group',
  formOfStudy: 'contractForm.formOfStudy',
  practiceKind: 'contractForm.practiceKind',
  practiceType: 'contractForm.practiceType',
  seats: 'contractForm.seats',
  from: 'contractForm.from',
  to: 'contractForm.to',
  name: 'contractForm.premiseName',
  address: 'contractForm.premiseAddress',
  fullName: 'contractForm.fullName',
  position: 'contractForm.position',
  phone: 'contractForm.phone',
  email: 'contractForm.email',
  gradeScale: 'contractForm.gradeScale',
  reportMode: 'contractForm.reportMode',
  reportSignatureRequired: 'contractForm.reportSignatureRequired',
  term: 'contractForm.changedTerm',
  effectiveFrom: 'contractForm.effectiveFrom',
  period: 'documents.card.validity',
  responsible: 'documents.card.responsible',
};

/** Where a difference is, in the words of the form: «Программы практики, 2: Количество мест». */
export function differencePlace({ pointer }: Difference, t: ComposerTranslation): string {
  const steps = pointer
    .split('/')
    .slice(1)
    .filter((step) => step !== 'terms');
  const words = steps.map((step) => (/^\d+$/.test(step) ? String(Number(step) + 1) : wordOf(step, t)));
  const last = words.pop() ?? '';
  return words.length > 0 ? `${words.join(', ')}: ${last}` : last;
}

const wordOf = (step: string, t: ComposerTranslation) => (FIELDS[step] ? t(FIELDS[step]) : step);

/** Codes as people know them. */
const LABELS: Readonly<Record<string, string>> = {
  ...CHANGEABLE_TERM_LABELS,
  ...FORM_OF_STUDY_LABELS,
  ...GRADE_SCALE_LABELS,
  ...PRACTICE_KIND_LABELS,
  ...PROLONGATION_LABELS,
  ...REPORT_MODE_LABELS,
};

/** A value of a field as people read it; empty where there is none. */
export function differenceValue(value: unknown, t: ComposerTranslation): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'boolean') return t(value ? 'documents.card.yes' : 'documents.card.no');
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return formatDate(text);
  return LABELS[text] ?? text;
}

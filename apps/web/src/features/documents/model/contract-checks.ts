import {
  TERMS_LIMITS,
  isSpecialtyCode,
  annexConflicts,
  frameworkContractConflicts,
  missingAnnexTerms,
  missingFrameworkContractTerms,
  missingPeriodContractTerms,
  periodContractConflicts,
  type TermsConflict,
} from '@praktika/contracts';
import { termsFromFields } from './contract-draft.js';
import {
  hasTerm,
  isBlankPremise,
  isBlankProgramme,
  type ContractFields,
  type ContractKind,
  type ProgrammeFields,
  type SupervisorFields,
} from './contract-fields.js';

/** What each kind must have before it is sent, and what it can never mean. */
const RULES: Readonly<
  Record<
    ContractKind,
    { missing: (terms: object) => string[]; conflicts: (terms: object) => TermsConflict[] }
  >
> = {
  PERIOD_CONTRACT: { missing: missingPeriodContractTerms, conflicts: periodContractConflicts },
  FRAMEWORK_CONTRACT: { missing: missingFrameworkContractTerms, conflicts: frameworkContractConflicts },
  FRAMEWORK_ANNEX: { missing: missingAnnexTerms, conflicts: annexConflicts },
};

/** Must a document of this kind have the term before it may be sent? */
export function needsTerm(kind: ContractKind, term: 'premises' | 'educationSupervisor'): boolean {
  return RULES[kind].missing({}).includes(`/${term}`);
}

/**
 * Must the line be filled in? One that is begun must; of blank ones only the first, when the list is needed and has
 * nothing else.
 */
export function isLineRequired(blank: readonly boolean[], place: number, listNeeded: boolean): boolean {
  return !blank[place] || (listNeeded && place === 0 && blank.every(Boolean));
}

/** A fault of the form: where (pointer into the form, by the line's place on the screen) and which. */
export interface DraftFault {
  pointer: string;
  code: string;
}

/** The shape of an address, as far as a form can judge it. */
export const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** Places of the lines that are sent, so that a pointer into the request finds its line on the screen. */
function sentPlaces(blank: readonly boolean[]): number[] {
  return blank.flatMap((isBlank, place) => (isBlank ? [] : [place]));
}

/** A pointer into the stored draft as a pointer into the form, where blank lines still stand. */
export function pointerOnScreen(pointer: string, fields: ContractFields): string {
  const places = {
    programmes: sentPlaces(fields.programmes.map(isBlankProgramme)),
    premises: sentPlaces(fields.premises.map((premise) => premise.name.trim() === '')),
  };
  return pointer.replace(
    /^\/terms\/(programmes|premises)\/(\d+)/,
    (whole, list: 'programmes' | 'premises', index: string) => {
      const place = places[list][Number(index)];
      return place === undefined ? whole : `/terms/${list}/${place}`;
    },
  );
}

function numberFaults(line: ProgrammeFields, at: string): DraftFault[] {
  const inRange = (text: string, most: number) =>
    text === '' || (/^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= most);
  return [
    ...(inRange(line.course, 7) ? [] : [{ pointer: `${at}/course`, code: 'course' }]),
    ...(inRange(line.seats, TERMS_LIMITS.seats) ? [] : [{ pointer: `${at}/seats`, code: 'seats' }]),
  ];
}

function lineFaults(line: ProgrammeFields, at: string): DraftFault[] {
  if (isBlankProgramme(line)) return [];
  const code = isSpecialtyCode(line.specialtyCode.trim());
  return [
    ...(code ? [] : [{ pointer: `${at}/specialtyCode`, code: 'specialty_code' }]),
    ...(code && !line.specialtyName.trim() ? [{ pointer: `${at}/specialtyName`, code: 'required' }] : []),
    ...numberFaults(line, at),
  ];
}

function supervisorFaults(person: SupervisorFields, at: string): DraftFault[] {
  const { email, fullName, ...rest } = person;
  const described = [email, rest.position, rest.phone].some((text) => text.trim() !== '');
  return [
    ...(described && !fullName.trim() ? [{ pointer: `${at}/fullName`, code: 'required' }] : []),
    ...(email.trim() && !EMAIL.test(email.trim()) ? [{ pointer: `${at}/email`, code: 'email' }] : []),
  ];
}

/** Faults that keep even a draft from being stored: values that can only be mistakes. */
export function draftFaults(fields: ContractFields): DraftFault[] {
  const lines = hasTerm(fields.kind, 'programmes') ? fields.programmes : [];
  const typed = [
    ...lines.flatMap((line, place) => lineFaults(line, `/terms/programmes/${place}`)),
    ...fields.premises.flatMap((premise, place) =>
      !isBlankPremise(premise) && premise.name.trim() === ''
        ? [{ pointer: `/terms/premises/${place}/name`, code: 'required' }]
        : [],
    ),
    ...supervisorFaults(fields.educationSupervisor, '/terms/educationSupervisor'),
    ...supervisorFaults(fields.employerSupervisor, '/terms/employerSupervisor'),
  ];
  const conflicts = RULES[fields.kind].conflicts(termsFromFields(fields)).map(({ pointer, code }) => ({
    pointer: pointerOnScreen(`/terms${pointer}`, fields),
    code,
  }));
  return [...typed, ...conflicts];
}

/** Which words a missing part gets, where «Заполните поле» would say too little. */
const MISSING_CODES: Readonly<Record<string, string>> = {
  '/terms/programmes': 'programmes',
  '/terms/premises': 'premises',
  '/terms/educationSupervisor': 'supervisor',
  '/terms/assessment': 'assessment',
};

/** What the draft still lacks before it may be sent; on paper also the scan. */
export function sendingFaults(fields: ContractFields, onPaper: boolean): DraftFault[] {
  const missing = RULES[fields.kind].missing(termsFromFields(fields)).map((pointer) => `/terms${pointer}`);
  return [
    ...(fields.number.trim() ? [] : [{ pointer: '/number', code: 'required' }]),
    ...(fields.date ? [] : [{ pointer: '/date', code: 'required' }]),
    ...missing.map((pointer) => ({
      pointer: pointerOnScreen(pointer, fields),
      code: MISSING_CODES[pointer] ?? 'required',
    })),
    ...(fields.mainFile.length > 0 ? [] : [{ pointer: '/files', code: 'main_file' }]),
    ...(onPaper && fields.scans.length === 0 ? [{ pointer: '/scan', code: 'scan' }] : []),
  ];
}

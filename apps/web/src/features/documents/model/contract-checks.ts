import {
  PERIOD_CONTRACT_LIMITS,
  isSpecialtyCode,
  missingPeriodContractTerms,
  periodContractConflicts,
} from '@praktika/contracts';
import {
  isBlankPremise,
  isBlankProgramme,
  termsFromFields,
  type ContractFields,
  type ProgrammeFields,
  type SupervisorFields,
} from './contract-fields.js';

/** A fault of the form: where (pointer into the form, by the line's place on the screen) and which. */
export interface ContractFault {
  pointer: string;
  code: string;
}

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

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

function numberFaults(line: ProgrammeFields, at: string): ContractFault[] {
  const inRange = (text: string, most: number) =>
    text === '' || (/^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= most);
  return [
    ...(inRange(line.course, 7) ? [] : [{ pointer: `${at}/course`, code: 'course' }]),
    ...(inRange(line.seats, PERIOD_CONTRACT_LIMITS.seats) ? [] : [{ pointer: `${at}/seats`, code: 'seats' }]),
  ];
}

function lineFaults(line: ProgrammeFields, at: string): ContractFault[] {
  if (isBlankProgramme(line)) return [];
  const code = isSpecialtyCode(line.specialtyCode.trim());
  return [
    ...(code ? [] : [{ pointer: `${at}/specialtyCode`, code: 'specialty_code' }]),
    ...(code && !line.specialtyName.trim() ? [{ pointer: `${at}/specialtyName`, code: 'required' }] : []),
    ...numberFaults(line, at),
  ];
}

function supervisorFaults(person: SupervisorFields, at: string): ContractFault[] {
  const { email, fullName, ...rest } = person;
  const described = [email, rest.position, rest.phone].some((text) => text.trim() !== '');
  return [
    ...(described && !fullName.trim() ? [{ pointer: `${at}/fullName`, code: 'required' }] : []),
    ...(email.trim() && !EMAIL.test(email.trim()) ? [{ pointer: `${at}/email`, code: 'email' }] : []),
  ];
}

/** Faults that keep even a draft from being stored: values that can only be mistakes. */
export function draftFaults(fields: ContractFields): ContractFault[] {
  const typed = [
    ...fields.programmes.flatMap((line, place) => lineFaults(line, `/terms/programmes/${place}`)),
    ...fields.premises.flatMap((premise, place) =>
      !isBlankPremise(premise) && premise.name.trim() === ''
        ? [{ pointer: `/terms/premises/${place}/name`, code: 'required' }]
        : [],
    ),
    ...supervisorFaults(fields.educationSupervisor, '/terms/educationSupervisor'),
    ...supervisorFaults(fields.employerSupervisor, '/terms/employerSupervisor'),
  ];
  const conflicts = periodContractConflicts(termsFromFields(fields)).map(({ pointer, code }) => ({
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
export function sendingFaults(fields: ContractFields, onPaper: boolean): ContractFault[] {
  const missing = missingPeriodContractTerms(termsFromFields(fields)).map((pointer) => `/terms${pointer}`);
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

import type {
  DocumentKind,
  EducationLevel,
  FormOfStudy,
  FrameworkContractTerms,
  GradeScale,
  PeriodContractTerms,
  PracticeKind,
  Prolongation,
  ReportMode,
} from '@praktika/contracts';
import type { DocumentCard, StoredFile } from '../../../app/api/models.js';
import type { Choice } from '../../../ui/choice.js';

/** One programme as it is typed: everything is text until it is sent. */
export interface ProgrammeFields {
  key: number;
  specialtyCode: string;
  specialtyName: string;
  level: EducationLevel | null;
  profile: string;
  course: string;
  group: string;
  formOfStudy: FormOfStudy | null;
  practiceKind: PracticeKind | null;
  practiceType: string;
  seats: string;
  from: string;
  to: string;
}

export interface PremiseFields {
  key: number;
  name: string;
  address: string;
}

export interface SupervisorFields {
  fullName: string;
  position: string;
  phone: string;
  email: string;
}

/** Kinds of documents that are drafted in the contract form. */
export type ContractKind = Extract<
  DocumentKind,
  'PERIOD_CONTRACT' | 'FRAMEWORK_CONTRACT' | 'FRAMEWORK_ANNEX'
>;

/** Every term that some kind of a contract has. */
export type AllTerms = PeriodContractTerms & FrameworkContractTerms;

/** Which terms each kind has: the form shows those sections and sends those members. */
const TERMS_OF: Readonly<Record<ContractKind, readonly (keyof AllTerms)[]>> = {
  PERIOD_CONTRACT: [
    'validFrom',
    'validTo',
    'programmes',
    'premises',
    'educationSupervisor',
    'employerSupervisor',
    'assessment',
    'employerConditions',
    'studentConditions',
  ],
  FRAMEWORK_CONTRACT: [
    'validFrom',
    'validTo',
    'prolongation',
    'premises',
    'educationSupervisor',
    'employerSupervisor',
    'assessment',
    'employerConditions',
    'studentConditions',
  ],
  FRAMEWORK_ANNEX: [
    'validFrom',
    'validTo',
    'programmes',
    'premises',
    'educationSupervisor',
    'employerSupervisor',
    'assessment',
  ],
};

export function hasTerm(kind: ContractKind, term: keyof AllTerms): boolean {
  return TERMS_OF[kind].includes(term);
}

/** The draft form as a whole. */
export interface ContractFields {
  kind: ContractKind;
  /** The framework contract an annex hangs on. */
  parent: Choice | null;
  partner: Choice | null;
  number: string;
  date: string;
  validFrom: string;
  validTo: string;
  prolongation: Prolongation | null;
  programmes: ProgrammeFields[];
  premises: PremiseFields[];
  educationSupervisor: SupervisorFields;
  employerSupervisor: SupervisorFields;
  gradeScale: GradeScale | null;
  reportMode: ReportMode | null;
  reportSignatureRequired: boolean;
  employerConditions: string;
  studentConditions: string;
  mainFile: StoredFile[];
  attachments: StoredFile[];
  scans: StoredFile[];
}

// above the keys of lines that were left in this browser earlier
let lastKey = Date.now();

/** Keys of lines, so that removing one does not move what is typed in the others. */
function nextKey(): number {
  lastKey += 1;
  return lastKey;
}

export function emptyProgramme(): ProgrammeFields {
  return {
    key: nextKey(),
    specialtyCode: '',
    specialtyName: '',
    level: null,
    profile: '',
    course: '',
    group: '',
    formOfStudy: null,
    practiceKind: null,
    practiceType: '',
    seats: '',
    from: '',
    to: '',
  };
}

export function emptyPremise(): PremiseFields {
  return { key: nextKey(), name: '', address: '' };
}

export function emptyPerson(): SupervisorFields {
  return { fullName: '', position: '', phone: '', email: '' };
}

/** A new draft; an annex takes its partner from the contract it hangs on. */
export function emptyFields(
  kind: ContractKind = 'PERIOD_CONTRACT',
  parent: DocumentCard | null = null,
): ContractFields {
  return {
    kind,
    parent: parent && { id: parent.id, label: parent.title },
    partner: parent && { id: parent.employer.id, label: parent.employer.name },
    number: '',
    date: '',
    validFrom: '',
    validTo: '',
    prolongation: null,
    programmes: [emptyProgramme()],
    premises: [emptyPremise()],
    educationSupervisor: emptyPerson(),
    employerSupervisor: emptyPerson(),
    gradeScale: null,
    reportMode: null,
    reportSignatureRequired: false,
    employerConditions: '',
    studentConditions: '',
    mainFile: [],
    attachments: [],
    scans: [],
  };
}

/** Nothing has been typed into the line: it is not sent and not complained of. */
export function isBlankProgramme(line: ProgrammeFields): boolean {
  const { key: _key, level: _level, ...typed } = line;
  return Object.values(typed).every((value) => value === null || value.trim() === '');
}

export function isBlankPremise(premise: Pick<PremiseFields, 'name' | 'address'>): boolean {
  return premise.name.trim() === '' && premise.address.trim() === '';
}

export function isBlankPerson(person: SupervisorFields): boolean {
  return Object.values(person).every((text: string) => text.trim() === '');
}

import {
  levelOfSpecialty,
  type Assessment,
  type DocumentKind,
  type EducationLevel,
  type FormOfStudy,
  type FrameworkContractTerms,
  type GradeScale,
  type PeriodContractTerms,
  type PracticeKind,
  type ProgrammeLine,
  type Prolongation,
  type ReportMode,
  type Supervisor,
} from '@praktika/contracts';
import type { ContractDraft, DocumentCard, StoredFile } from '../../../app/api/models.js';
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

type AllTerms = PeriodContractTerms & FrameworkContractTerms;

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

function supervisorFields(person?: Supervisor): SupervisorFields {
  return {
    fullName: person?.fullName ?? '',
    position: person?.position ?? '',
    phone: person?.phone ?? '',
    email: person?.email ?? '',
  };
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
    educationSupervisor: supervisorFields(),
    employerSupervisor: supervisorFields(),
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

function programmeFields(line: ProgrammeLine): ProgrammeFields {
  return {
    ...emptyProgramme(),
    specialtyCode: line.specialtyCode,
    specialtyName: line.specialtyName,
    level: line.level ?? null,
    profile: line.profile ?? '',
    course: line.course === undefined ? '' : String(line.course),
    group: line.group ?? '',
    formOfStudy: line.formOfStudy ?? null,
    practiceKind: line.practiceKind ?? null,
    practiceType: line.practiceType ?? '',
    seats: line.seats === undefined ? '' : String(line.seats),
    from: line.from ?? '',
    to: line.to ?? '',
  };
}

/** The form filled from what is stored. */
export function fieldsFromCard(card: DocumentCard): ContractFields {
  const { employer, parent } = card;
  const terms = card.terms as AllTerms;
  const filesOf = (...roles: string[]): StoredFile[] =>
    card.files
      .filter((file) => roles.includes(file.role))
      .map(({ fileId, role: _role, ...file }) => ({ id: fileId, ...file }));
  const programmes = (terms.programmes ?? []).map(programmeFields);
  const premises = (terms.premises ?? []).map((premise) => ({
    key: nextKey(),
    name: premise.name,
    address: premise.address ?? '',
  }));
  return {
    kind: card.kind as ContractKind,
    parent: parent && { id: parent.id, label: parent.title },
    partner: { id: employer.id, label: employer.name },
    number: card.number ?? '',
    date: card.date ?? '',
    validFrom: terms.validFrom ?? '',
    validTo: terms.validTo ?? '',
    prolongation: terms.prolongation ?? null,
    programmes: programmes.length > 0 ? programmes : [emptyProgramme()],
    premises: premises.length > 0 ? premises : [emptyPremise()],
    educationSupervisor: supervisorFields(terms.educationSupervisor),
    employerSupervisor: supervisorFields(terms.employerSupervisor),
    gradeScale: terms.assessment?.gradeScale ?? null,
    reportMode: terms.assessment?.reportMode ?? null,
    reportSignatureRequired: terms.assessment?.reportSignatureRequired ?? false,
    employerConditions: terms.employerConditions ?? '',
    studentConditions: terms.studentConditions ?? '',
    mainFile: filesOf('MAIN'),
    attachments: filesOf('ATTACHMENT', 'COVER_LETTER'),
    scans: filesOf('SCAN'),
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

/** Members with something in them; empty text and null are left out. */
function given<T extends Record<string, unknown>>(members: T): Partial<T> {
  const entries = Object.entries(members).filter(
    ([, value]) => value !== null && value !== undefined && value !== '',
  );
  return Object.fromEntries(entries) as Partial<T>;
}

function programmeLine(line: ProgrammeFields): ProgrammeLine {
  const level = levelOfSpecialty(line.specialtyCode) ?? line.level;
  return {
    specialtyCode: line.specialtyCode.trim(),
    specialtyName: line.specialtyName.trim(),
    ...given({
      level,
      profile: line.profile.trim(),
      course: line.course ? Number(line.course) : null,
      group: line.group.trim(),
      formOfStudy: line.formOfStudy,
      practiceKind: line.practiceKind,
      practiceType: line.practiceType.trim(),
      seats: line.seats ? Number(line.seats) : null,
      from: line.from,
      to: line.to,
    }),
  } as ProgrammeLine;
}

function supervisor(fields: SupervisorFields): Supervisor | null {
  const fullName = fields.fullName.trim();
  if (!fullName) return null;
  return {
    fullName,
    ...given({ position: fields.position.trim(), phone: fields.phone.trim(), email: fields.email.trim() }),
  };
}

function assessment(fields: ContractFields): Assessment | null {
  if (!fields.gradeScale || !fields.reportMode) return null;
  return {
    gradeScale: fields.gradeScale,
    reportMode: fields.reportMode,
    reportSignatureRequired: fields.reportSignatureRequired,
  };
}

/** The terms of the fields' kind as they are stored; blank lines are left out. */
export function termsFromFields(fields: ContractFields): AllTerms {
  const programmes = fields.programmes.filter((line) => !isBlankProgramme(line)).map(programmeLine);
  const premises = fields.premises
    .filter((premise) => premise.name.trim() !== '')
    .map((premise) => ({ name: premise.name.trim(), ...given({ address: premise.address.trim() }) }));
  const terms = given({
    validFrom: fields.validFrom,
    validTo: fields.validTo,
    prolongation: fields.prolongation,
    programmes: programmes.length > 0 ? programmes : null,
    premises: premises.length > 0 ? premises : null,
    educationSupervisor: supervisor(fields.educationSupervisor),
    employerSupervisor: supervisor(fields.employerSupervisor),
    assessment: assessment(fields),
    employerConditions: fields.employerConditions.trim(),
    studentConditions: fields.studentConditions.trim(),
  }) as AllTerms;
  const own = Object.entries(terms).filter(([term]) => hasTerm(fields.kind, term as keyof AllTerms));
  return Object.fromEntries(own);
}

/** What an autosave sends. */
export function draftFromFields(fields: ContractFields): ContractDraft {
  const refer = (files: StoredFile[], role: 'MAIN' | 'ATTACHMENT' | 'SCAN') =>
    files.map((file) => ({ fileId: file.id, role }));
  return {
    number: fields.number.trim() || null,
    date: fields.date || null,
    terms: termsFromFields(fields),
    files: [
      ...refer(fields.mainFile, 'MAIN'),
      ...refer(fields.attachments, 'ATTACHMENT'),
      ...refer(fields.scans, 'SCAN'),
    ],
  };
}

import { levelOfSpecialty, type Assessment, type ProgrammeLine, type Supervisor } from '@praktika/contracts';
import type { ContractDraft, DocumentCard, StoredFile } from '../../../app/api/models.js';
import {
  emptyPremise,
  emptyProgramme,
  hasTerm,
  isBlankProgramme,
  type AllTerms,
  type ContractFields,
  type ContractKind,
  type ProgrammeFields,
  type SupervisorFields,
} from './contract-fields.js';

function supervisorFields(person?: Supervisor): SupervisorFields {
  return {
    fullName: person?.fullName ?? '',
    position: person?.position ?? '',
    phone: person?.phone ?? '',
    email: person?.email ?? '',
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
    ...emptyPremise(),
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

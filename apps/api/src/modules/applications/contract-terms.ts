import {
  PLACE_CONDITION_LABELS,
  type AnnexTerms,
  type DocumentKind,
  type PeriodContractTerms,
  type PracticeApplicationTerms,
  type ProgrammeLine,
  type Supervisor,
} from '@praktika/contracts';
import type { ApplicationRow } from './applications.queries.js';

/** The people of the two sides: who was named by the author, who was named at acceptance. */
function supervisors({ authorSide, terms, responsible }: ApplicationRow) {
  const answering: Supervisor | undefined = responsible?.fullName
    ? { ...responsible, fullName: responsible.fullName }
    : undefined;
  const [employer, education] =
    authorSide === 'EMPLOYER' ? [terms.contact, answering] : [answering, terms.contact];
  return {
    ...(employer && { employerSupervisor: supervisorOf(employer) }),
    ...(education && { educationSupervisor: supervisorOf(education) }),
  };
}

const supervisorOf = ({ fullName, position, phone, email }: Supervisor): Supervisor => ({
  fullName,
  ...(position && { position }),
  ...(phone && { phone }),
  ...(email && { email }),
});

/** The programme line an application for practice speaks of; none without a specialty. */
function programmes(terms: PracticeApplicationTerms): ProgrammeLine[] {
  const { specialtyCode, specialtyName, level, practiceKind, practiceType, seats, from, to } = terms;
  if (!specialtyCode || !specialtyName) return [];
  return [
    {
      specialtyCode,
      specialtyName,
      ...(level && { level }),
      ...(practiceKind && { practiceKind }),
      ...(practiceType && { practiceType }),
      ...(seats && { seats }),
      ...(from && { from }),
      ...(to && { to }),
    },
  ];
}

/** What the employer gives and asks for, as one text. */
function conditions({ conditions: list = [], requirements }: PracticeApplicationTerms): string {
  return [...list.map((code) => `${PLACE_CONDITION_LABELS[code]}.`), requirements].filter(Boolean).join('\n');
}

/**
 * The terms of the contract drafted from an accepted application (domain.md §4.6): whatever the application says and
 * that kind of document knows; the rest is the author's to fill.
 */
export function contractTerms(application: ApplicationRow, kind: DocumentKind): object {
  const people = supervisors(application);
  if (kind === 'FRAMEWORK_CONTRACT') return people;
  const { terms } = application;
  const lines = programmes(terms);
  const place = [terms.city, terms.address].filter(Boolean).join(', ');
  const annex: AnnexTerms = {
    ...people,
    ...(terms.from && { validFrom: terms.from }),
    ...(terms.to && { validTo: terms.to }),
    ...(lines.length > 0 && { programmes: lines }),
    ...(place && { premises: [{ name: 'Место практики', address: place }] }),
  };
  if (kind === 'FRAMEWORK_ANNEX') return annex;
  const told = conditions(terms);
  return { ...annex, ...(told && { employerConditions: told }) } satisfies PeriodContractTerms;
}

import {
  amendmentConflicts,
  TERMS_LIMITS,
  type ChangeableTerm,
  type DocumentKind,
  type TermsChange,
} from '@praktika/contracts';
import type { AgreementDraft, DocumentCard, StoredFile } from '../../../app/api/models.js';
import { EMAIL, type DraftFault } from './contract-checks.js';

export type AgreementKind = Extract<DocumentKind, 'SUPPLEMENTARY_TERMINATION' | 'SUPPLEMENTARY_AMENDMENT'>;

/** One changed term as it is typed; only the members of its own term are used. */
export interface ChangeFields {
  key: number;
  term: ChangeableTerm | null;
  effectiveFrom: string;
  validFrom: string;
  validTo: string;
  seats: string;
  person: { fullName: string; position: string; phone: string; email: string };
  premises: { name: string; address: string }[];
  text: string;
}

/** The form of a supplementary agreement (manual §7.2, §8). */
export interface AgreementFields {
  kind: AgreementKind;
  number: string;
  date: string;
  mainFile: StoredFile[];
  coverLetters: StoredFile[];
  attachments: StoredFile[];
  scans: StoredFile[];
  changes: ChangeFields[];
  effectiveDate: string;
  reason: string;
}

// above the keys of lines that were left in this browser earlier
let lastKey = Date.now();

export function emptyChange(): ChangeFields {
  lastKey += 1;
  return {
    key: lastKey,
    term: null,
    effectiveFrom: '',
    validFrom: '',
    validTo: '',
    seats: '',
    person: { fullName: '', position: '', phone: '', email: '' },
    premises: [{ name: '', address: '' }],
    text: '',
  };
}

/** @param today local date of the organization, `YYYY-MM-DD`: the date an agreement usually bears */
export function emptyAgreement(kind: AgreementKind, today: string): AgreementFields {
  return {
    kind,
    number: '',
    date: today,
    mainFile: [],
    coverLetters: [],
    attachments: [],
    scans: [],
    changes: [],
    effectiveDate: '',
    reason: '',
  };
}

function changeFields(change: TermsChange): ChangeFields {
  const { term, effectiveFrom, period, seats, premises } = change;
  const person = term === 'responsible' || term === 'educationSupervisor' ? change[term] : undefined;
  const text = term === 'employerConditions' || term === 'studentConditions' ? change[term] : undefined;
  const empty = emptyChange();
  return {
    ...empty,
    term,
    effectiveFrom,
    validFrom: period?.validFrom ?? '',
    validTo: period?.validTo ?? '',
    seats: seats === undefined ? '' : String(seats),
    person: { ...empty.person, ...person },
    premises: premises?.map(({ name, address = '' }) => ({ name, address })) ?? empty.premises,
    text: text ?? '',
  };
}

/** The form filled from what is stored. */
export function agreementFromCard(card: DocumentCard): AgreementFields {
  const filesOf = (role: string): StoredFile[] =>
    card.files
      .filter((file) => file.role === role)
      .map(({ fileId, role: _role, ...file }) => ({ id: fileId, ...file }));
  return {
    kind: card.kind as AgreementKind,
    number: card.number ?? '',
    date: card.date ?? '',
    mainFile: filesOf('MAIN'),
    coverLetters: filesOf('COVER_LETTER'),
    attachments: filesOf('ATTACHMENT'),
    scans: filesOf('SCAN'),
    changes: (card.terms.changes ?? []).map(changeFields),
    effectiveDate: card.terms.effectiveDate ?? '',
    reason: card.terms.reason ?? '',
  };
}

const given = <T extends Record<string, string>>(members: T): Partial<T> =>
  Object.fromEntries(
    Object.entries(members)
      .map(([name, value]) => [name, value.trim()])
      .filter(([, value]) => value !== ''),
  ) as Partial<T>;

/** The new value in the shape its term has; undefined while it is not typed. */
function valueOf(term: ChangeableTerm, fields: ChangeFields): unknown {
  switch (term) {
    case 'period':
      return fields.validFrom && fields.validTo
        ? { validFrom: fields.validFrom, validTo: fields.validTo }
        : undefined;
    case 'seats':
      return /^\d{1,5}$/.test(fields.seats) ? Number(fields.seats) : undefined;
    case 'responsible':
    case 'educationSupervisor':
      return fields.person.fullName.trim() ? given(fields.person) : undefined;
    case 'premises': {
      const named = fields.premises.filter(({ name }) => name.trim() !== '');
      return named.length > 0 ? named.map(given) : undefined;
    }
    default:
      return fields.text.trim() || undefined;
  }
}

/** A line nothing has been chosen in: a draft is stored without it. */
const isBlank = ({ term, effectiveFrom }: ChangeFields) => term === null && effectiveFrom === '';

/** The lines that are sent, each with its place on the screen. */
function sentChanges(fields: AgreementFields): { place: number; change: TermsChange }[] {
  return fields.changes.flatMap((line, place) => {
    if (line.term === null || line.effectiveFrom === '') return [];
    const value = valueOf(line.term, line);
    const change = { term: line.term, effectiveFrom: line.effectiveFrom, [line.term]: value };
    return [{ place, change: change }];
  });
}

/** What a save sends. Terms of the other kind are left out, typed or not. */
export function draftFromAgreement(fields: AgreementFields): AgreementDraft {
  const refer = (files: StoredFile[], role: 'MAIN' | 'ATTACHMENT' | 'COVER_LETTER' | 'SCAN') =>
    files.map((file) => ({ fileId: file.id, role }));
  const changes = sentChanges(fields).map(({ change }) => change);
  const terms =
    fields.kind === 'SUPPLEMENTARY_AMENDMENT'
      ? { ...(changes.length > 0 ? { changes } : {}) }
      : given({ effectiveDate: fields.effectiveDate, reason: fields.reason });
  return {
    number: fields.number.trim() || null,
    date: fields.date || null,
    terms: terms,
    files: [
      ...refer(fields.mainFile, 'MAIN'),
      ...refer(fields.coverLetters, 'COVER_LETTER'),
      ...refer(fields.attachments, 'ATTACHMENT'),
      ...refer(fields.scans, 'SCAN'),
    ],
  };
}

/** Faults that keep even a draft from being stored. */
export function agreementDraftFaults(fields: AgreementFields): DraftFault[] {
  if (fields.kind !== 'SUPPLEMENTARY_AMENDMENT') return [];
  const halves = fields.changes.flatMap((line, place): DraftFault[] => {
    const at = `/terms/changes/${place}`;
    if (isBlank(line)) return [];
    if (line.term === null) return [{ pointer: `${at}/term`, code: 'change_term' }];
    if (line.effectiveFrom === '') return [{ pointer: `${at}/effectiveFrom`, code: 'change_date' }];
    if (line.term === 'seats' && line.seats && !isSeats(line.seats)) {
      return [{ pointer: `${at}/seats`, code: 'seats_from_zero' }];
    }
    const { email } = line.person;
    const personal = line.term === 'responsible' || line.term === 'educationSupervisor';
    return personal && email.trim() && !EMAIL.test(email.trim())
      ? [{ pointer: `${at}/${line.term}/email`, code: 'email' }]
      : [];
  });
  const sent = sentChanges(fields);
  const conflicts = amendmentConflicts({ changes: sent.map(({ change }) => change) }).map(
    ({ pointer, code }) => ({ pointer: placed(`/terms${pointer}`, sent), code }),
  );
  return [...halves, ...conflicts];
}

const isSeats = (text: string) => /^\d{1,5}$/.test(text) && Number(text) <= TERMS_LIMITS.seats;

const placed = (pointer: string, sent: readonly { place: number }[]) =>
  pointer.replace(/^\/terms\/changes\/(\d+)/, (whole, index: string) => {
    const line = sent[Number(index)];
    return line ? `/terms/changes/${line.place}` : whole;
  });

/** A pointer into the stored draft as a pointer into the form, where blank lines still stand. */
export function agreementPointer(pointer: string, fields: AgreementFields): string {
  return placed(pointer, sentChanges(fields));
}

/** A line that was added and left blank: filled in or removed, it must not be passed over in silence. */
function blankLineFaults({ kind, changes }: AgreementFields): DraftFault[] {
  if (kind !== 'SUPPLEMENTARY_AMENDMENT') return [];
  return changes.flatMap((line, place): DraftFault[] =>
    isBlank(line)
      ? [
          { pointer: `/terms/changes/${place}/term`, code: 'change_term_or_remove' },
          { pointer: `/terms/changes/${place}/effectiveFrom`, code: 'change_date' },
        ]
      : [],
  );
}

/** What the draft still lacks before it may be sent; on paper also the scan. */
export function agreementSendingFaults(fields: AgreementFields, onPaper: boolean): DraftFault[] {
  return [
    ...(fields.number.trim() ? [] : [{ pointer: '/number', code: 'required' }]),
    ...(fields.date ? [] : [{ pointer: '/date', code: 'required' }]),
    ...blankLineFaults(fields),
    ...(fields.mainFile.length > 0 ? [] : [{ pointer: '/files', code: 'agreement_file' }]),
    ...(onPaper && fields.scans.length === 0 ? [{ pointer: '/scan', code: 'agreement_scan' }] : []),
  ];
}

import {
  applicationTitle,
  AWAITED_PARTY,
  DOCUMENT_KIND_LABELS,
  DOCUMENT_KINDS,
  DOCUMENT_STATUS_LABELS,
  isUnderWay,
  OBLIGATION_LABELS,
  statusSeenBy,
  type DocumentKind,
  type DocumentStatus,
} from '@praktika/contracts';
import { isoInstant } from '../../../core/database/index.js';
import { notFound } from '../../../core/errors/index.js';
import type {
  ChildrenDto,
  DocumentCardDto,
  LastReminderDto,
  ParentDto,
  RevisionDto,
  SignatureDto,
} from '../dto/card.dto.js';
import type { PartyDto } from '../dto/common.dto.js';
import {
  titleOf,
  type LastReminder,
  type ParentItem,
  type PartyItem,
  type RevisionItem,
  type SignatureItem,
  type VisibleDocument,
} from '../engine/index.js';
import { availableActions } from './actions.js';

const instant = (text: string | null) => (text === null ? null : isoInstant(text));

/** The card of a document for the actor's side: the author's working draft, or the revision sent last. */
export function cardOf(document: VisibleDocument): DocumentCardDto {
  const { row, party, kind, projection, actor } = document;
  const { draft } = projection;
  const revision = document.currentRevision;
  const status = statusSeenBy(party, row.status as DocumentStatus);
  const number = draft ? draft.number : (revision?.number ?? null);
  const date = draft ? draft.date : (revision?.date ?? null);
  const waitingFor = AWAITED_PARTY[row.status];
  const facts = document.facts();
  return {
    id: row.id,
    kind: row.kind,
    kindLabel: kind.label,
    number,
    date,
    title:
      number && date ? titleOf(kind.label, number, date) : `${kind.label}${number ? ` № ${number}` : ''}`,
    ...(status === 'ON_APPROVAL' && { subtitle: 'Проект на согласовании' }),
    status,
    statusLabel: DOCUMENT_STATUS_LABELS[status],
    direction: party === 'author' ? 'OUTGOING' : 'INCOMING',
    authorSide: row.author_side,
    employer: partyOf(projection.employer),
    educationOrganization: partyOf(projection.education),
    parentId: row.parent_id,
    parent: projection.parent && parentOf(projection.parent),
    application: projection.application && {
      id: projection.application.id,
      title: applicationTitle(projection.application.kind, projection.application.number),
    },
    children: childrenOf(document),
    openObligations: facts.openObligations.map((item) => ({ ...item, label: OBLIGATION_LABELS[item.code] })),
    terms: draft?.terms ?? revision?.terms ?? {},
    missing: document.missing(),
    files: [...document.files],
    revision: revision ? revisionOf(revision, revision.id) : null,
    revisions: projection.revisions.map((item) => revisionOf(item, row.current_revision_id)),
    responsible: row.responsible,
    seats: row.seats,
    lastReason: row.last_reason,
    lastReminder: row.last_reminder && reminderOf(row.last_reminder),
    signatures: projection.signatures.map((signature) => signatureOf(signature, document)),
    waitingFor,
    waitingForMe: waitingFor === party,
    waitingSince: instant(row.waiting_since),
    sentForSigningAt: instant(row.sent_for_signing_at),
    concludedAt: instant(row.concluded_at),
    signedOutside: row.signed_outside,
    signedOnPaperAt: row.signed_on_paper_at,
    closeMode: row.close_mode,
    closedAt: instant(row.closed_at),
    closing: row.close_details,
    version: row.version,
    availableActions: availableActions(
      kind,
      { status: row.status, party, permissions: actor.permissions },
      facts,
    ),
    createdAt: isoInstant(row.created_at),
    updatedAt: isoInstant(row.updated_at),
  };
}

function reminderOf({ at, organizationId, byName }: LastReminder): LastReminderDto {
  return { at: isoInstant(at), organizationId, byName };
}

function parentOf({ id, kind, title, status }: ParentItem): ParentDto {
  // a parent has been concluded: both sides see its status as it is
  const seen = status as DocumentStatus;
  return { id, kind, title, status: seen, statusLabel: DOCUMENT_STATUS_LABELS[seen] };
}

/** How many documents hang on this one, kind by kind in the order of the kinds. */
function childrenOf({ projection }: VisibleDocument): ChildrenDto[] {
  const counts = new Map<DocumentKind, ChildrenDto>();
  for (const { kind, status, count } of projection.children) {
    const known = counts.get(kind) ?? {
      kind,
      kindLabel: DOCUMENT_KIND_LABELS[kind],
      total: 0,
      underWay: 0,
      concluded: 0,
    };
    known.total += count;
    if (isUnderWay(status)) known.underWay += count;
    if (status === 'CONCLUDED') known.concluded += count;
    counts.set(kind, known);
  }
  return DOCUMENT_KINDS.flatMap((kind) => counts.get(kind) ?? []);
}

/** The card after a move; a move that hid the document has none. */
export function cardAfter(document: VisibleDocument | undefined): DocumentCardDto {
  if (document === undefined) throw notFound();
  return cardOf(document);
}

function partyOf(item: PartyItem): PartyDto {
  const { id, fullName, inn, ogrn } = item;
  return { id, name: item.shortName ?? fullName, fullName, inn, ogrn };
}

function revisionOf(item: RevisionItem, currentId: string | null): RevisionDto {
  const file = item.files.find((candidate) => candidate.fileId === item.mainFileId);
  return {
    id: item.id,
    number: item.revisionNumber,
    sentAt: isoInstant(item.sentAt),
    termsSha256: item.termsSha256,
    file: file as RevisionDto['file'],
    current: item.id === currentId,
  };
}

function signatureOf(item: SignatureItem, { projection }: VisibleDocument): SignatureDto {
  const { employer, education } = projection;
  const { organizationId, certificate, test, ...rest } = item;
  return {
    ...rest,
    organization: partyOf(organizationId === employer.id ? employer : education),
    certificate: { ...(certificate as Omit<SignatureDto['certificate'], 'test'>), test },
    claimedAt: instant(item.claimedAt),
    receivedAt: isoInstant(item.receivedAt),
  };
}

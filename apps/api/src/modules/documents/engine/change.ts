import {
  AWAITED_PARTY,
  DOCUMENT_STATUS_LABELS,
  type DocumentAction,
  type DocumentHistoryPayloads,
  type DocumentState,
} from '@praktika/contracts';
import { PackedBytes } from '../../../core/database/index.js';
import { newId } from '../../../core/ids/index.js';
import type { DocumentRow, LastReminder } from './projection.js';
import type { VisibleDocument } from './visible-document.js';

/** Columns of `documents` a transition may set. */
export type DocumentPatch = Partial<
  Omit<
    DocumentRow,
    'id' | 'kind' | 'employer_id' | 'education_organization_id' | 'author_side' | 'author_id' | 'version'
  >
>;

/** A row of `signatures`, whose bytes `document_commit` takes apart from the JSON. */
interface SignatureOfChange {
  readonly cms: Uint8Array;
}

/** One document's part of a commit: what `document_commit` writes together (see the migration). */
export interface Change {
  readonly document: string;
  readonly from: DocumentState;
  readonly version: number;
  readonly kindLabel: string;
  /** A document that must stand in a status when this is written: the parent of a step forward. */
  readonly requires?: { readonly document: string; readonly status: DocumentState };
  /**
   * A change of nothing the parties act upon: the version and the place in the registry stay. It is written only
   * over the reminder it was decided on, which a version cannot vouch for then.
   */
  readonly quiet?: { readonly lastReminder: LastReminder | null };
  /**
   * How many documents of each kind that hang on this one are under way, as the actor sees them: what closing was
   * decided on, and what a version of this one cannot vouch for. Fewer by now hinder nothing; more do.
   */
  readonly underWay?: Readonly<Record<string, number>>;
  /**
   * Documents of its kind on the same parent that have been sent and are under way: it was compared with those, and
   * is sent only while there are no others.
   */
  readonly beside?: readonly string[];
  readonly patch: DocumentPatch;
  readonly revision?: object;
  readonly frozenFile?: object;
  readonly signature?: SignatureOfChange;
  readonly validation?: object;
  readonly history: {
    readonly id: string;
    readonly type: 'transition' | 'signed';
    readonly shared: boolean;
    readonly from_status: DocumentState;
    readonly to_status: DocumentState;
    readonly reason: string | null;
    readonly payload: DocumentHistoryPayloads['transition'] | DocumentHistoryPayloads['signed'];
  };
  /** What is told, and which of the parties: the recipient hears nothing of a document it has never been sent. */
  readonly event: {
    readonly event_id: string;
    readonly type: string;
    readonly before: object;
    readonly after: object;
    readonly parties: readonly string[];
  };
}

/** Changes as `document_commit` takes them: JSON, and the bytes of all their signatures, or null. */
export function asParameters(changes: readonly Change[]): [json: string, bytes: Buffer | null] {
  const bytes = new PackedBytes();
  const parts = changes.map((change) => {
    if (!change.signature) return change;
    const { cms, ...row } = change.signature;
    return { ...change, signature: { ...row, cms: bytes.add(cms) } };
  });
  return [JSON.stringify(parts), bytes.all()];
}

/** What a verb adds to the bare move. */
export interface ChangeParts {
  readonly patch?: DocumentPatch;
  readonly quiet?: Change['quiet'];
  readonly underWay?: Change['underWay'];
  readonly beside?: Change['beside'];
  readonly reason?: string;
  readonly payload?: Omit<DocumentHistoryPayloads['transition'], 'action'>;
  readonly signed?: DocumentHistoryPayloads['signed'];
  readonly revision?: object;
  readonly frozenFile?: object;
  readonly signature?: SignatureOfChange;
  readonly validation?: object;
}

/**
 * A move of the lifecycle as a change: the new status, whose turn it is and since when, the history entry and the
 * event for each party that may see the document.
 */
export function transitionChange(
  document: VisibleDocument,
  action: DocumentAction,
  to: DocumentState,
  now: Date,
  parts: ChangeParts = {},
): Change {
  const { row } = document;
  return {
    document: row.id,
    from: row.status,
    version: row.version,
    kindLabel: document.kind.label,
    ...(row.parent_id !== null &&
      !parts.quiet &&
      NEEDS_PARENT.has(to) && { requires: { document: row.parent_id, status: 'CONCLUDED' as const } }),
    quiet: parts.quiet,
    underWay: parts.underWay,
    beside: parts.beside,
    patch: {
      status: to,
      ...(parts.quiet ? {} : turn(document, to, now)),
      ...reasonPatch(action, parts.reason, now),
      ...parts.patch,
    },
    revision: parts.revision,
    frozenFile: parts.frozenFile,
    signature: parts.signature,
    validation: parts.validation,
    history: {
      id: newId(),
      type: parts.signed ? 'signed' : 'transition',
      shared: row.first_sent_at !== null || parts.revision !== undefined,
      from_status: row.status,
      to_status: to,
      reason: parts.reason ?? null,
      payload: parts.signed ?? { action, ...parts.payload },
    },
    event: eventOf(document, action, to, parts),
  };
}

/** Statuses that nothing reaches whose parent is not in force (the `parentAllows` guards of the tables). */
const NEEDS_PARENT: ReadonlySet<DocumentState> = new Set([
  'ON_APPROVAL',
  'ON_SIGNING',
  'ON_CONFIRMATION',
  'PROJECT_APPROVED',
  'SIGNED_BY_RECIPIENT',
  'CONCLUDED',
]);

/** Whose turn begins with this status, and since when: the ground of reminders and of «ждёт вас» (domain.md §0.5). */
function turn(document: VisibleDocument, to: DocumentState, now: Date): DocumentPatch {
  const awaited = AWAITED_PARTY[to];
  if (awaited === null) return { waiting_organization_id: null, waiting_since: null };
  return { waiting_organization_id: document[awaited].id, waiting_since: now.toISOString() };
}

const FORGETS_REASON: ReadonlySet<DocumentAction> = new Set([
  'submit-approval',
  'submit-signing',
  'submit-confirmation',
  'approve',
]);

/** The reason stays on the card until the document is sent or approved again. */
function reasonPatch(action: DocumentAction, reason: string | undefined, now: Date): DocumentPatch {
  if (reason) return { last_reason: { text: reason, action, at: now.toISOString() } };
  return FORGETS_REASON.has(action) ? { last_reason: null } : {};
}

function eventOf(
  document: VisibleDocument,
  action: DocumentAction,
  to: DocumentState,
  parts: ChangeParts,
): Change['event'] {
  const { row, author, recipient } = document;
  const shared = row.first_sent_at !== null || parts.revision !== undefined;
  const title =
    parts.revision && 'title' in parts.revision ? parts.revision.title : document.currentRevision?.title;
  const awaited = AWAITED_PARTY[to];
  const after = {
    status: to,
    statusLabel: to === 'DELETED' ? null : DOCUMENT_STATUS_LABELS[to],
    version: row.version + (parts.quiet ? 0 : 1),
    kind: row.kind,
    title: title ?? document.kind.label,
    reason: parts.reason,
    authorId: author.id,
    recipientId: recipient.id,
    waitingOrganizationId: awaited ? document[awaited].id : null,
  };
  return {
    event_id: newId(),
    type: `document.${action}`,
    before: { status: row.status, version: row.version },
    after,
    parties: (shared ? [author, recipient] : [author]).map(({ id }) => id),
  };
}

import { Injectable } from '@nestjs/common';
import {
  DOCUMENT_STATUS_LABELS,
  statusSeenBy,
  type DocumentAction,
  type DocumentStatus,
} from '@praktika/contracts';
import { takeAlong, type Actor, type ReadAlong } from '../../../core/access/index.js';
import { Clock } from '../../../core/clock/index.js';
import { Database, type Statement } from '../../../core/database/index.js';
import { invalidFields, notFound, violatedConstraint, type Refusal } from '../../../core/errors/index.js';
import { EventRelay } from '../../../core/events/index.js';
import { movedOn, staleVersion as staleObject } from '../../../core/lifecycle/index.js';
import { KindRegistry } from '../kinds/kind-registry.js';
import { asParameters, type Change } from './change.js';
import { guardRefusal } from './guard-refusal.js';
import { judge } from './judge.js';
import type { DocumentProjection } from './projection.js';
import { VisibleDocument } from './visible-document.js';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** The document of a route's path, read along with the caller's standing. */
export const DOCUMENT_ALONG: ReadAlong = {
  name: 'document',
  call: (organization, id) => `document_read(${organization}, ${id})`,
};

const READ: Statement = {
  name: 'document.read',
  text: `SELECT ${DOCUMENT_ALONG.call('$1', '$2')} AS projection`,
};
const READ_MANY: Statement = {
  name: 'document.read-many',
  text: 'SELECT id, projection FROM documents_read($1, $2)',
};
const COMMIT: Statement = {
  name: 'document.commit',
  text: 'SELECT document_commit($1, $2, $3, $4, $5, $6) AS news',
};
type ProjectionRow = { projection: DocumentProjection | null };
/** Members of the projection that a commit made new; nothing when it hid the document. */
type NewsRow = { news: Partial<DocumentProjection> | null };

/** Steps 1 and 3 of every command on a document: read once, commit once (architecture.md). */
@Injectable()
export class DocumentStore {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly kinds: KindRegistry,
    private readonly relay: EventRelay,
  ) {}

  /**
   * The document as the actor may see it, with the facts the rules need.
   * @throws Refusal `not_found` when missing, foreign, not yet sent or deleted: one answer
   */
  async read(actor: Actor, id: string): Promise<VisibleDocument> {
    if (!UUID.test(id)) throw notFound();
    const along = takeAlong(actor, DOCUMENT_ALONG, id);
    const projection = along
      ? (along.value as ProjectionRow['projection'])
      : await this.projectionOf(actor, id);
    if (!projection) throw notFound();
    return this.visible(projection, actor);
  }

  /** Those of the documents that the actor may see, by id; each is missing, foreign, not yet sent or deleted otherwise. */
  async readMany(actor: Actor, ids: readonly string[]): Promise<ReadonlyMap<string, VisibleDocument>> {
    const rows = await this.database.call<ProjectionRow & { id: string }>(READ_MANY, [
      actor.organizationId,
      ids,
    ]);
    return new Map(
      rows.flatMap(({ id, projection }) => (projection ? [[id, this.visible(projection, actor)]] : [])),
    );
  }

  /**
   * Writes a change and those it entails, all or nothing, and gives the document as it is afterwards: as it was read,
   * with what the commit made new. The version it expects vouches that nothing else of it has changed.
   * @throws Refusal 409 or 412 when somebody was faster: nothing is written
   */
  async commit(
    actor: Actor,
    document: VisibleDocument,
    changes: readonly Change[],
  ): Promise<VisibleDocument | undefined> {
    try {
      const [row] = await this.database.call<NewsRow>(COMMIT, [
        actor.organizationId,
        JSON.stringify(commitActor(actor)),
        this.clock.now(),
        changes.map((change) => change.document),
        ...asParameters(changes),
      ]);
      this.relay.wake();
      // what it entailed shows on its card too: the status of its parent
      if (changes.length > 1) return await this.read(actor, document.row.id);
      return row?.news ? this.visible({ ...document.projection, ...row.news }, actor) : undefined;
    } catch (error) {
      throw await this.refusalOf(error, document, changes);
    }
  }

  /** What a commit's error means for the document: who was faster, what stands in the way, or the error itself. */
  async refusalOf(error: unknown, document: VisibleDocument, changes: readonly Change[]): Promise<unknown> {
    const guard = document.kind.constraints?.[violatedConstraint(error) ?? ''];
    if (guard !== undefined) return guardRefusal(document, { guard });
    if (!isConflict(error)) return error;
    return this.overtaken(document, changes[0]?.history.payload.action);
  }

  /** What stood in the way of a commit: the document has moved on, or the one it hangs on has. */
  private async overtaken(before: VisibleDocument, action: DocumentAction | undefined): Promise<Refusal> {
    const now = await this.read(before.actor, before.row.id);
    if (now.row.status !== before.row.status) return this.tooLate(now, action);
    const verdict = action && now.row.version === before.row.version ? judge(now, action) : undefined;
    const guard = verdict && !verdict.allowed && verdict.reason === 'guard' ? verdict : undefined;
    if (guard) return guardRefusal(now, guard);
    const conflicts =
      verdict?.allowed && now.projection.draft ? await now.kind.sendingConflicts?.(now) : undefined;
    return conflicts?.errors.length ? invalidFields(...conflicts.errors) : staleVersion(now);
  }

  /** 409 for a press that came too late: the status, who moved it and when (domain.md §0.11). */
  async tooLate(document: VisibleDocument, action: DocumentAction | undefined): Promise<Refusal> {
    const { row, party, actor } = document;
    const status = statusSeenBy(party, row.status as DocumentStatus);
    return movedOn(
      (statement, values) => this.database.read(actor, statement, values),
      { id: row.id, status, statusLabel: DOCUMENT_STATUS_LABELS[status], version: row.version },
      'Документ уже',
      codeOf(document, action),
    );
  }

  private async projectionOf(actor: Actor, id: string): Promise<DocumentProjection | null> {
    const [row] = await this.database.call<ProjectionRow>(READ, [actor.organizationId, id]);
    return row?.projection ?? null;
  }

  private visible(projection: DocumentProjection, actor: Actor): VisibleDocument {
    const kind = this.kinds.get(projection.document.kind);
    return new VisibleDocument(projection, kind, actor, this.kinds, this.clock.now());
  }
}

/** 412: the same status, another version. */
export const staleVersion = ({ row }: VisibleDocument): Refusal => staleObject(row.version);

function codeOf(
  document: VisibleDocument,
  action: DocumentAction | undefined,
): 'already_signed' | 'document_withdrawn' | 'invalid_state' {
  if (document.row.status === 'WITHDRAWN') return 'document_withdrawn';
  const signedByUs = document.projection.signatures.some(
    (signature) =>
      signature.organizationId === document.actor.organizationId &&
      signature.revisionId === document.row.current_revision_id,
  );
  return action === 'sign' && signedByUs ? 'already_signed' : 'invalid_state';
}

/** What `document_commit` needs to know of the actor. */
export function commitActor({ organizationId, personId, tokenId, ip, requestId, claim }: Actor): object {
  return { organizationId, personId, tokenId, ip, requestId, claim };
}

/** Did somebody else write first? */
function isConflict(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'PK409';
}

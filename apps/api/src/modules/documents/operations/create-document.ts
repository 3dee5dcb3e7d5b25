import { Injectable } from '@nestjs/common';
import { GUARD_TEXTS, type DocumentKind, type OrganizationSide } from '@praktika/contracts';
import type { Actor } from '../../../core/access/index.js';
import { Clock } from '../../../core/clock/index.js';
import { Database, type Transaction } from '../../../core/database/index.js';
import { invalidField, Refusal, violatedConstraint } from '../../../core/errors/index.js';
import { appendActorEvent } from '../../../core/events/index.js';
import { appendHistory } from '../../../core/history/index.js';
import { newId } from '../../../core/ids/index.js';
import { DocumentStore, judge, type VisibleDocument } from '../engine/index.js';
import type { KindDefinition } from '../kinds/kind-definition.js';
import { KindRegistry } from '../kinds/kind-registry.js';
import { HOLD_PARENT, INSERT_DOCUMENT, INSERT_DRAFT, PARTNER, SYNC_REGISTRY } from './draft.commands.js';
import { checkDraft, type DraftContent } from './draft-input.js';

export interface NewDocument extends DraftContent {
  readonly kind: DocumentKind;
  /** The other party, of a document that stands alone. */
  readonly partnerId?: string;
  /** The document it hangs on; the other party is then that document's. */
  readonly parentId?: string;
  /** The application it is drafted from. */
  readonly applicationId?: string;
  /** What else is to be written with it, all or nothing. */
  readonly along?: (tx: Transaction, documentId: string) => Promise<void>;
}

/** The number is taken: unique per author, kind and year among what is not deleted (domain.md §8.2). */
export function numberTaken(error: unknown): unknown {
  if (violatedConstraint(error) !== 'registry_number') return error;
  const errors = [{ pointer: '/number', code: 'duplicate', detail: 'Документ с таким номером уже есть.' }];
  return new Refusal('duplicate', { errors, cause: error });
}

/** «Сохранить как проект»: a new draft with an active partner; it may be incomplete (domain.md §4.1, row 1). */
@Injectable()
export class CreateDocument {
  constructor(
    private readonly database: Database,
    private readonly documents: DocumentStore,
    private readonly kinds: KindRegistry,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, input: NewDocument): Promise<VisibleDocument> {
    const kind = this.kinds.get(input.kind);
    if (actor.side === 'PLATFORM' || !kind.authorSides.includes(actor.side)) {
      throw new Refusal('forbidden', { detail: `«${kind.label}» составляет другая сторона.` });
    }
    const parent = kind.parent ? await this.parentOf(actor, kind, input.parentId) : undefined;
    const partnerId = parent?.partner.id ?? input.partnerId ?? '';
    const id = newId();
    const now = this.clock.now();
    await this.database
      .transaction(actor, async (tx) => {
        await requirePartner(tx, actor, partnerId);
        if (parent) await holdParent(tx, parent);
        await checkDraft(tx, actor, kind, input);
        const isEmployer = actor.side === 'EMPLOYER';
        await tx.query(INSERT_DOCUMENT, [
          id,
          kind.kind,
          isEmployer ? actor.organizationId : partnerId,
          isEmployer ? partnerId : actor.organizationId,
          actor.side,
          parent?.row.id ?? null,
          actor.personId,
          now,
          input.applicationId ?? null,
        ]);
        await tx.query(INSERT_DRAFT, [
          id,
          actor.organizationId,
          input.number || null,
          input.date || null,
          JSON.stringify(input.terms ?? {}),
          JSON.stringify(input.files ?? []),
          kind.missingTerms(input.terms ?? {}),
          now,
        ]);
        await appendHistory(tx, actor, now, {
          type: 'created',
          objectType: 'document',
          objectId: id,
          to: 'DRAFT',
          payload: { kind: kind.kind },
        });
        await appendActorEvent(tx, actor, now, {
          type: 'document.create',
          objectType: 'document',
          objectId: id,
          after: { status: 'DRAFT', version: 1, kind: kind.kind },
        });
        await tx.query(SYNC_REGISTRY, [id, kind.label]);
        await input.along?.(tx, id);
      })
      .catch((error: unknown) => {
        throw numberTaken(error);
      });
    return this.documents.read(actor, id);
  }

  /** The document to hang on: visible, of a fitting kind, in a status and under guards that beget such a child. */
  private async parentOf(actor: Actor, kind: KindDefinition, id = ''): Promise<VisibleDocument> {
    const parent = await this.documents.read(actor, id).catch((error: unknown) => {
      throw error instanceof Refusal && error.code === 'not_found'
        ? invalidField('/parentId', 'not_found', 'Договор не найден.')
        : error;
    });
    const { kinds = [], action } = kind.parent ?? {};
    if (!kinds.includes(parent.row.kind) || action === undefined) {
      throw invalidField('/parentId', 'wrong_kind', `«${kind.label}» к такому документу не составляют.`);
    }
    const verdict = judge(parent, action);
    if (verdict.allowed) return parent;
    if (verdict.reason === 'guard') throw parentRefusal(verdict.guard);
    if (verdict.reason !== 'wrong_status') throw new Refusal('forbidden');
    throw parentRefusal(parent.row.status === 'EXECUTED' ? 'parent_closed' : 'parent_not_concluded');
  }
}

/** The parent stays concluded until the child is written. */
async function holdParent(tx: Transaction, parent: VisibleDocument): Promise<void> {
  const held = await tx.query(HOLD_PARENT, [parent.row.id, parent.row.status]);
  if (held.length === 0) throw parentRefusal('parent_closed');
}

const parentRefusal = (guard: string) =>
  invalidField('/parentId', guard, GUARD_TEXTS[guard] ?? 'С этим документом так нельзя.');

/** The partner must be on the other side and in an active partnership with the author. */
async function requirePartner(tx: Transaction, actor: Actor, partnerId: string): Promise<void> {
  const [row] = await tx.query<{ side: OrganizationSide; partner: boolean }>(PARTNER, [
    actor.organizationId,
    partnerId,
  ]);
  if (row?.partner && row.side !== actor.side) return;
  throw invalidField(
    '/partnerId',
    'not_a_partner',
    'Выберите организацию, с которой есть действующее партнёрство.',
  );
}

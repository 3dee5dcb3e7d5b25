import { Injectable } from '@nestjs/common';
import type { DocumentKind, OrganizationSide } from '@praktika/contracts';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '../../../core/access/index.js';
import { Clock } from '../../../core/clock/index.js';
import { Database, type Transaction } from '../../../core/database/index.js';
import { invalidField, Refusal, violatedConstraint } from '../../../core/errors/index.js';
import { appendActorEvent } from '../../../core/events/index.js';
import { appendHistory } from '../../../core/history/index.js';
import { DocumentStore, type VisibleDocument } from '../engine/index.js';
import { KindRegistry } from '../kinds/kind-registry.js';
import { INSERT_DOCUMENT, INSERT_DRAFT, PARTNER, SYNC_REGISTRY } from './draft.commands.js';
import { checkDraft, type DraftContent } from './draft-input.js';

export interface NewDocument extends DraftContent {
  readonly kind: DocumentKind;
  /** The other party. */
  readonly partnerId: string;
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
    const id = uuidv7();
    const now = this.clock.now();
    await this.database
      .transaction(actor, async (tx) => {
        await requirePartner(tx, actor, input.partnerId);
        await checkDraft(tx, actor, kind, input);
        const isEmployer = actor.side === 'EMPLOYER';
        await tx.query(INSERT_DOCUMENT, [
          id,
          kind.kind,
          isEmployer ? actor.organizationId : input.partnerId,
          isEmployer ? input.partnerId : actor.organizationId,
          actor.side,
          null,
          actor.personId,
          now,
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
      })
      .catch((error: unknown) => {
        throw numberTaken(error);
      });
    return this.documents.read(actor, id);
  }
}

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

import { Injectable } from '@nestjs/common';
import {
  APPLICATION_GUARD_TEXTS,
  type ApplicationKind,
  type ApplicationTerms,
  type OrganizationSide,
} from '@praktika/contracts';
import type { Actor } from '../../../core/access/index.js';
import { Clock } from '../../../core/clock/index.js';
import { Database, type Transaction } from '../../../core/database/index.js';
import { invalidField, Refusal } from '../../../core/errors/index.js';
import { appendActorEvent } from '../../../core/events/index.js';
import { appendHistory } from '../../../core/history/index.js';
import { newId } from '../../../core/ids/index.js';
import { ADDRESSEE, INSERT_APPLICATION } from '../applications.commands.js';
import { ApplicationStore } from '../engine/application-store.js';
import type { VisibleApplication } from '../engine/visible-application.js';
import { storedContent } from './application-draft.js';

export interface NewApplication {
  readonly recipientId: string;
  readonly terms?: ApplicationTerms;
  readonly expectsDraftContract?: boolean;
  readonly fileId?: string | null;
}

/** «Сохранить как черновик»: a new application to an organization of the other side; it may be incomplete. */
@Injectable()
export class CreateApplication {
  constructor(
    private readonly database: Database,
    private readonly store: ApplicationStore,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal `validation_failed` with the field at fault: the addressee, the terms, the file */
  async run(actor: Actor, kind: ApplicationKind, input: NewApplication): Promise<VisibleApplication> {
    if (actor.side === 'PLATFORM') {
      throw new Refusal('forbidden', {
        detail: 'Заявки направляют работодатели и образовательные организации.',
      });
    }
    const id = newId();
    const now = this.clock.now();
    const isEmployer = actor.side === 'EMPLOYER';
    return this.database.transaction(actor, async (tx) => {
      await checkAddressee(tx, actor, kind, input.recipientId);
      const content = await storedContent(tx, actor, kind, {
        terms: input.terms ?? {},
        expectsDraftContract: input.expectsDraftContract ?? false,
        fileId: input.fileId ?? null,
      });
      await tx.query(INSERT_APPLICATION, [
        id,
        kind,
        isEmployer ? actor.organizationId : input.recipientId,
        isEmployer ? input.recipientId : actor.organizationId,
        actor.side,
        content.terms,
        content.missing,
        content.expectsDraftContract,
        content.fileId,
        content.file,
        actor.personId,
        now,
      ]);
      const object = { objectType: 'application', objectId: id } as const;
      await appendHistory(tx, actor, now, { ...object, type: 'created', to: 'DRAFT', payload: { kind } });
      await appendActorEvent(tx, actor, now, {
        ...object,
        type: 'application.create',
        after: { status: 'DRAFT', version: 1, kind },
      });
      return this.store.readIn(tx, actor, id);
    });
  }
}

/** The addressee is of the other side; for practice a partner, for partnership not yet. */
async function checkAddressee(
  tx: Transaction,
  actor: Actor,
  kind: ApplicationKind,
  recipientId: string,
): Promise<void> {
  const refuse = (code: string, detail: string) => invalidField('/recipientId', code, detail);
  if (recipientId === actor.organizationId) throw refuse('self', 'Это ваша собственная организация.');
  const values = [actor.organizationId, recipientId];
  const [other] = await tx.query<{ side: OrganizationSide; partner: boolean }>(ADDRESSEE, values);
  if (kind === 'PRACTICE') {
    if (other?.partner) return;
    const detail = 'Заявку на практику направляют организации, с которой действует партнёрство.';
    throw refuse('not_a_partner', detail);
  }
  if (!other || other.side === 'PLATFORM') throw refuse('not_found', 'Организация не найдена.');
  if (other.side === actor.side) throw refuse('same_side', SAME_SIDE[actor.side]);
  if (other.partner) throw refuse('already_partners', APPLICATION_GUARD_TEXTS['already_partners'] ?? '');
}

const SAME_SIDE = {
  EMPLOYER: 'Заявку направляют образовательной организации.',
  EDUCATION: 'Заявку направляют работодателю.',
} as const;

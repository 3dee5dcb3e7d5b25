import { Injectable } from '@nestjs/common';
import { APPLICATION_GUARD_TEXTS } from '@praktika/contracts';
import type { Actor } from '../../../core/access/index.js';
import type { Transaction } from '../../../core/database/index.js';
import { invalidField } from '../../../core/errors/index.js';
import { PartnershipStore } from '../../partners/index.js';
import { LOCK_NUMBERS, NEXT_NUMBER } from '../applications.commands.js';
import { ApplicationStore } from '../engine/application-store.js';
import type { VisibleApplication } from '../engine/visible-application.js';

/** «Отправить» (manual §2, §4): the application gets its number and reaches the other organization. */
@Injectable()
export class SendApplication {
  constructor(
    private readonly store: ApplicationStore,
    private readonly partnerships: PartnershipStore,
  ) {}

  async run(actor: Actor, id: string, version: number): Promise<VisibleApplication> {
    const sent = await this.store.move(actor, { id, action: 'send', version }, async (tx, application) => {
      if (application.row.kind === 'PRACTICE') await this.holdPartnership(tx, application);
      await tx.query(LOCK_NUMBERS, [actor.organizationId]);
      const [next] = await tx.query<{ number: number }>(NEXT_NUMBER, [actor.organizationId]);
      return { number: next!.number };
    });
    return sent!;
  }

  private async holdPartnership(tx: Transaction, { row }: VisibleApplication): Promise<void> {
    if (await this.partnerships.hold(tx, row)) return;
    throw invalidField('', 'partnership_ended', APPLICATION_GUARD_TEXTS['partnership_ended'] ?? '');
  }
}

import { Injectable } from '@nestjs/common';
import { dateInZone } from '@praktika/contracts';
import type { Actor } from '../../../core/access/index.js';
import { Clock } from '../../../core/clock/index.js';
import { decide, DocumentStore, transitionChange, type VisibleDocument } from '../engine/index.js';

/**
 * «Напомнить»: whoever waits for the other side reminds it, once on a date of theirs. The document stays as it is,
 * its version too: a card that is open elsewhere is not made stale by it.
 */
@Injectable()
export class RemindPartner {
  constructor(
    private readonly documents: DocumentStore,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, id: string, expectedVersion: number): Promise<VisibleDocument> {
    const document = await this.documents.read(actor, id);
    const to = await decide(this.documents, document, 'remind', expectedVersion);
    const now = this.clock.now();
    const change = transitionChange(document, 'remind', to, now, {
      quiet: { lastReminder: document.row.last_reminder },
      patch: {
        last_reminder: {
          at: now.toISOString(),
          organizationId: actor.organizationId,
          date: dateInZone(now, actor.timeZone),
        },
      },
    });
    return (await this.documents.commit(actor, document, [change])) ?? document;
  }
}

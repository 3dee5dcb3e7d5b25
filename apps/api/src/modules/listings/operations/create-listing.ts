import { Injectable } from '@nestjs/common';
import type { ListingContacts, ListingTerms } from '@praktika/contracts';
import type { Actor } from '../../../core/access/index.js';
import { Clock } from '../../../core/clock/index.js';
import { Database } from '../../../core/database/index.js';
import { Refusal } from '../../../core/errors/index.js';
import { appendActorEvent } from '../../../core/events/index.js';
import { appendHistory } from '../../../core/history/index.js';
import { newId } from '../../../core/ids/index.js';
import { ListingStore, type ListingCard } from '../engine/listing-store.js';
import { INSERT_LISTING } from '../listings.commands.js';
import { storedContent } from './listing-content.js';

export interface ListingInput {
  readonly terms?: ListingTerms;
  readonly contacts?: ListingContacts;
}

/** «Разместить заявку», saved as a draft (manual §14.2): it may be incomplete. */
@Injectable()
export class CreateListing {
  constructor(
    private readonly database: Database,
    private readonly store: ListingStore,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal `validation_failed` with the fields at fault */
  run(actor: Actor, { terms = {}, contacts = {} }: ListingInput): Promise<ListingCard> {
    if (actor.side === 'PLATFORM') {
      const detail = 'Заявки размещают работодатели и образовательные организации.';
      throw new Refusal('forbidden', { detail });
    }
    const id = newId();
    const now = this.clock.now();
    return this.database.transaction(actor, async (tx) => {
      const content = await storedContent(tx, { terms, contacts });
      const { organizationId, side, personId } = actor;
      await tx.query(INSERT_LISTING, [id, organizationId, side, ...content, personId, now]);
      const object = { objectType: 'listing', objectId: id } as const;
      await appendHistory(tx, actor, now, { ...object, type: 'created', to: 'DRAFT' });
      await appendActorEvent(tx, actor, now, {
        ...object,
        type: 'listing.create',
        after: { status: 'DRAFT', version: 1 },
      });
      return this.store.readIn(tx, actor, id);
    });
  }
}

import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../core/access/index.js';
import { Clock } from '../../../core/clock/index.js';
import { Database } from '../../../core/database/index.js';
import { appendEdit } from '../../../core/history/index.js';
import { ListingStore, type ListingCard } from '../engine/listing-store.js';
import { UPDATE_LISTING } from '../listings.commands.js';
import type { ListingInput } from './create-listing.js';
import { storedContent } from './listing-content.js';

/**
 * «Редактировать», autosave included: replaces the given parts, bumps the version, writes one coalesced history entry
 * and tells nobody. What is published is not edited: it is taken down first (manual §14.2).
 */
@Injectable()
export class UpdateListing {
  constructor(
    private readonly database: Database,
    private readonly store: ListingStore,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal `invalid_state` for a published one, `precondition_failed`, `validation_failed` */
  run(actor: Actor, id: string, version: number, changes: ListingInput): Promise<ListingCard> {
    return this.database.transaction(actor, async (tx) => {
      const listing = await this.store.readIn(tx, actor, id);
      await this.store.decide(tx, listing, 'update', version);
      const { row } = listing;
      const content = await storedContent(tx, {
        terms: changes.terms ?? row.terms,
        contacts: changes.contacts ?? row.contacts,
      });
      const now = this.clock.now();
      const updated = await tx.query(UPDATE_LISTING, [id, actor.organizationId, version, ...content, now]);
      if (updated.length === 0) throw await this.store.overtaken(tx, listing);
      await appendEdit(tx, actor, now, { objectType: 'listing', objectId: id }, Object.keys(changes));
      return this.store.readIn(tx, actor, id);
    });
  }
}

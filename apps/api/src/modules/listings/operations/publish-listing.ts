import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../core/access/index.js';
import { ListingStore, type ListingCard } from '../engine/listing-store.js';
import { LOCK_NUMBERS, NUMBER } from '../listings.commands.js';

/** «Опубликовать» (manual §14.2): the listing gets its number, once, and is seen by the other side. */
@Injectable()
export class PublishListing {
  constructor(private readonly store: ListingStore) {}

  async run(actor: Actor, id: string, version: number): Promise<ListingCard> {
    const published = await this.store.move(actor, { id, action: 'publish', version }, async (tx) => {
      await tx.query(LOCK_NUMBERS, [actor.organizationId]);
      const [given] = await tx.query<{ number: number }>(NUMBER, [actor.organizationId, id]);
      return given!.number;
    });
    return published!;
  }
}

import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../core/access/index.js';
import { Database } from '../../../core/database/index.js';
import { DELETE_SEARCH } from '../saved-searches.commands.js';
import { ownSearch } from '../search-access.js';

/** Deletes a search; nothing more is told of it. */
@Injectable()
export class DeleteSavedSearch {
  constructor(private readonly database: Database) {}

  /** @throws Refusal `not_found` */
  async run(actor: Actor, id: string): Promise<void> {
    await this.database.transaction(actor, async (tx) => {
      await ownSearch(tx, actor, id);
      await tx.query(DELETE_SEARCH, [id]);
    });
  }
}

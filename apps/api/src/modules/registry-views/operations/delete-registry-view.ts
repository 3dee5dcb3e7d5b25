import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../core/access/index.js';
import { Database } from '../../../core/database/index.js';
import { DELETE_VIEW } from '../registry-views.commands.js';
import { ownView } from '../view-access.js';

/** Deletes one's own view; whoever opened the registry with it opens all documents from now on. */
@Injectable()
export class DeleteRegistryView {
  constructor(private readonly database: Database) {}

  /** @throws Refusal `not_found`, `forbidden` */
  async run(actor: Actor, id: string): Promise<void> {
    await this.database.transaction(actor, async (tx) => {
      await ownView(tx, actor, id);
      await tx.query(DELETE_VIEW, [id]);
    });
  }
}

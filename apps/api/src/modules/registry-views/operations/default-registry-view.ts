import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../core/access/index.js';
import { Database } from '../../../core/database/index.js';
import { CLEAR_DEFAULT, SET_DEFAULT } from '../registry-views.commands.js';
import { visibleView } from '../view-access.js';

/** «Открывать по умолчанию»: the view a person's registry opens with, their own or a colleague's. */
@Injectable()
export class DefaultRegistryView {
  constructor(private readonly database: Database) {}

  /** @throws Refusal `not_found` */
  async set(actor: Actor, id: string): Promise<void> {
    await this.database.transaction(actor, async (tx) => {
      await visibleView(tx, actor, id);
      await tx.query(SET_DEFAULT, [actor.organizationId, actor.personId, id]);
    });
  }

  /** @throws Refusal `not_found` */
  async clear(actor: Actor, id: string): Promise<void> {
    await this.database.transaction(actor, async (tx) => {
      await visibleView(tx, actor, id);
      await tx.query(CLEAR_DEFAULT, [actor.organizationId, actor.personId, id]);
    });
  }
}

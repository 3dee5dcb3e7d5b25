import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../core/access/index.js';
import { ResponsiblePeople, type Responsible } from '../../employees/index.js';
import { PartnershipStore } from '../../partners/index.js';
import { ApplicationStore } from '../engine/application-store.js';
import type { VisibleApplication } from '../engine/visible-application.js';

/** «Принять» (manual §3): the two become partners; a responsible person may be named. */
@Injectable()
export class AcceptApplication {
  constructor(
    private readonly store: ApplicationStore,
    private readonly partnerships: PartnershipStore,
    private readonly people: ResponsiblePeople,
  ) {}

  async run(
    actor: Actor,
    id: string,
    version: number,
    given: Responsible | undefined,
  ): Promise<VisibleApplication> {
    const responsible = await this.people.resolve(actor, given);
    const accepted = await this.store.move(
      actor,
      { id, action: 'accept', version },
      async (tx, { row }, now) => {
        if (row.kind === 'PARTNERSHIP') await this.partnerships.ensure(tx, row, now);
        return responsible ? { responsible } : {};
      },
    );
    return accepted!;
  }
}

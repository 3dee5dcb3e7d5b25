import { Injectable } from '@nestjs/common';
import type { ApplicationKind, ApplicationTerms } from '@praktika/contracts';
import type { Actor } from '../../../core/access/index.js';
import { Clock } from '../../../core/clock/index.js';
import { Database } from '../../../core/database/index.js';
import { notFound } from '../../../core/errors/index.js';
import { appendEdit } from '../../../core/history/index.js';
import { UPDATE_APPLICATION } from '../applications.commands.js';
import { ApplicationStore } from '../engine/application-store.js';
import type { VisibleApplication } from '../engine/visible-application.js';
import { storedContent } from './application-draft.js';

export interface ApplicationChanges {
  readonly terms?: ApplicationTerms;
  readonly expectsDraftContract?: boolean;
  readonly fileId?: string | null;
}

/**
 * «Редактировать», autosave included: replaces the given members of the draft, bumps the version, writes one coalesced
 * history entry and tells nobody (domain.md §8.7).
 */
@Injectable()
export class UpdateApplication {
  constructor(
    private readonly database: Database,
    private readonly store: ApplicationStore,
    private readonly clock: Clock,
  ) {}

  /** @param kind that of the resource addressed: an application of the other kind is not found there */
  run(
    actor: Actor,
    kind: ApplicationKind,
    id: string,
    version: number,
    changes: ApplicationChanges,
  ): Promise<VisibleApplication> {
    return this.database.transaction(actor, async (tx) => {
      const application = await this.store.readIn(tx, actor, id);
      const { row } = application;
      if (row.kind !== kind) throw notFound();
      await this.store.decide(tx, application, 'update', version);
      const content = await storedContent(tx, actor, kind, {
        terms: changes.terms ?? row.terms,
        expectsDraftContract: changes.expectsDraftContract ?? row.expectsDraftContract,
        fileId: changes.fileId === undefined ? (row.file?.fileId ?? null) : changes.fileId,
      });
      const now = this.clock.now();
      const updated = await tx.query(UPDATE_APPLICATION, [
        id,
        version,
        content.terms,
        content.missing,
        content.expectsDraftContract,
        content.fileId,
        content.file,
        now,
      ]);
      if (updated.length === 0) throw await this.store.overtaken(tx, application);
      const object = { objectType: 'application', objectId: id } as const;
      await appendEdit(tx, actor, now, object, Object.keys(changes));
      return this.store.readIn(tx, actor, id);
    });
  }
}

import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../core/access/index.js';
import { Clock } from '../../../core/clock/index.js';
import { Database, type Statement } from '../../../core/database/index.js';
import { invalidField } from '../../../core/errors/index.js';
import {
  decide,
  DocumentStore,
  transitionChange,
  type CloseDetails,
  type VisibleDocument,
} from '../engine/index.js';

export interface Closing {
  readonly comment?: string;
  /** Ids of the organization's own files that go with the closing. */
  readonly files?: readonly string[];
  readonly acknowledge?: boolean;
}

type ClosingFile = CloseDetails['files'][number];

const OWN_FILES: Statement = {
  name: 'close.own-files',
  text: `SELECT id AS "fileId", name, size, media_type AS "mediaType", sha256
           FROM files WHERE organization_id = $1 AND id = ANY ($2::uuid[])`,
};

/**
 * «Закрыть договор» → «Без дополнительного соглашения» (manual §7.1, domain.md §4.2): a record by either side that
 * the contract has been performed; the other side is told.
 */
@Injectable()
export class CloseDocument {
  constructor(
    private readonly documents: DocumentStore,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, id: string, closing: Closing, expectedVersion: number): Promise<VisibleDocument> {
    const document = await this.documents.read(actor, id);
    const to = await decide(this.documents, document, 'close', expectedVersion, {
      reason: closing.comment,
      acknowledged: closing.acknowledge,
    });
    const files = await this.ownFiles(actor, closing.files ?? []);
    const now = this.clock.now();
    const change = transitionChange(document, 'close', to, now, {
      underWay: document.childrenUnderWay,
      patch: {
        close_mode: 'WITHOUT_AGREEMENT',
        closed_at: now.toISOString(),
        close_details: { organizationId: actor.organizationId, comment: closing.comment, files },
      },
      payload: { comment: closing.comment, closeMode: 'WITHOUT_AGREEMENT' },
    });
    return (await this.documents.commit(actor, document, [change])) ?? document;
  }

  private async ownFiles(actor: Actor, ids: readonly string[]): Promise<ClosingFile[]> {
    if (ids.length === 0) return [];
    const rows = await this.database.read<ClosingFile>(actor, OWN_FILES, [actor.organizationId, ids]);
    if (rows.length !== new Set(ids).size) {
      throw invalidField('/files', 'not_found', 'Файл не найден. Загрузите его ещё раз.');
    }
    return rows;
  }
}

import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../core/access/index.js';
import { Clock } from '../../../core/clock/index.js';
import { Database } from '../../../core/database/index.js';
import type { StagedBlob } from '../../../core/files/index.js';
import { newId } from '../../../core/ids/index.js';
import { inspectFile, type InspectedFile } from '../content/inspect-file.js';
import { inspectTable } from '../content/inspect-table.js';
import type { StoredFileDto } from '../files.dto.js';
import { INSERT_FILE } from '../files.queries.js';

/**
 * Keeps an uploaded file for the actor's organization: looked into first, then its bytes, then the row that names
 * them, so that a crash leaves bytes without a row and never a row without bytes. Each upload is a row of its own:
 * nobody learns whether the same bytes were there before (reliability.md §4.10).
 */
@Injectable()
export class StoreFile {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal `file_rejected`, `storage_full` */
  async run(actor: Actor, blob: StagedBlob, sentName: string): Promise<StoredFileDto> {
    return this.keep(actor, blob, await inspectFile(blob, sentName));
  }

  /** A table to be imported: XLSX or CSV. @throws Refusal `file_rejected`, `storage_full` */
  async table(actor: Actor, blob: StagedBlob, sentName: string): Promise<StoredFileDto> {
    return this.keep(actor, blob, await inspectTable(blob, sentName));
  }

  private async keep(
    actor: Actor,
    blob: StagedBlob,
    { name, mediaType }: InspectedFile,
  ): Promise<StoredFileDto> {
    const { sha256, size } = await blob.keep();
    const id = newId();
    await this.database.transaction(actor, (tx) =>
      tx.query(INSERT_FILE, [
        id,
        actor.organizationId,
        sha256,
        size,
        name,
        mediaType,
        actor.personId,
        this.clock.now(),
      ]),
    );
    return { id, sha256, size, name, mediaType };
  }
}

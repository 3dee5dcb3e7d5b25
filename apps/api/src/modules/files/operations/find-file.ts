import { Injectable } from '@nestjs/common';
import { validate as isUuid } from 'uuid';
import type { Actor } from '../../../core/access/index.js';
import { Database } from '../../../core/database/index.js';
import { notFound } from '../../../core/errors/index.js';
import type { Download } from '../../../core/files/index.js';
import { READABLE_FILE, type FileRow } from '../files.queries.js';

/**
 * A file the actor's organization may read: its own, or one carried to it by a revision. A draft's files are their
 * owner's alone until the document is sent.
 */
@Injectable()
export class FindFile {
  constructor(private readonly database: Database) {}

  /** @throws Refusal `not_found`, the same for missing and foreign */
  async run(actor: Actor, id: string): Promise<Download> {
    if (!isUuid(id)) throw notFound();
    const [row] = await this.database.read<FileRow>(actor, READABLE_FILE, [id, actor.organizationId]);
    if (!row) throw notFound();
    return { sha256: row.sha256, size: row.size, name: row.name, mediaType: row.media_type };
  }
}

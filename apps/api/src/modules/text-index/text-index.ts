import { Injectable } from '@nestjs/common';
import { Clock } from '../../core/clock/index.js';
import { Database } from '../../core/database/index.js';
import type { FileItem } from '../documents/index.js';
import { FileText, hasText } from '../files/index.js';
import {
  KEEP_TEXT,
  KNOWN_TEXTS,
  LEFT_UNREAD,
  STORE_WORDS,
  TAKE_UP,
  type UnreadRow,
} from './text-index.commands.js';

/** A document that has been taken up this recently is being read, or waits for its next try. */
const PATIENCE_MS = 10 * 60_000;

/** Documents one sweep puts into the queue at most. */
const SWEPT = 1_000;

/**
 * Makes the text inside sent files searchable. Sending a document only notes that its files are to be read; they
 * are read here, outside of every command. What cannot be read is kept with the reason, and stands in nobody's way.
 */
@Injectable()
export class TextIndex {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly texts: FileText,
  ) {}

  /**
   * Reads the files of a document's current revision, unless that has been done.
   * @throws BlobMissing and what else stands in the way of reading any file at all: it is tried again
   */
  async read(documentId: string): Promise<void> {
    const values = [documentId, this.clock.now()];
    const [unread] = await this.database.asJobs((tx) => tx.query<UnreadRow>(TAKE_UP, values));
    if (!unread) return;
    const files = unread.files.filter(({ mediaType }) => hasText(mediaType));
    await this.keepTexts(files);
    const hashes = [...new Set(files.map(({ sha256 }) => sha256))];
    await this.database.asJobs((tx) => tx.query(STORE_WORDS, [documentId, unread.revisionId, hashes]));
  }

  /** Documents that were missed: a crash, a lost queue, files older than this index. */
  async missed(): Promise<string[]> {
    const since = new Date(this.clock.now().getTime() - PATIENCE_MS);
    const rows = await this.database.asJobs((tx) => tx.query<{ id: string }>(LEFT_UNREAD, [since, SWEPT]));
    return rows.map(({ id }) => id);
  }

  /** Reads the files nobody has read yet, one after another and outside of any transaction. */
  private async keepTexts(files: readonly FileItem[]): Promise<void> {
    const known = await this.database.asJobs((tx) =>
      tx.query<{ sha256: string }>(KNOWN_TEXTS, [files.map(({ sha256 }) => sha256)]),
    );
    const done = new Set(known.map(({ sha256 }) => sha256));
    for (const { sha256, mediaType } of files) {
      if (done.has(sha256)) continue;
      done.add(sha256);
      const { status, text } = await this.texts.read(sha256, mediaType);
      const values = [sha256, status, text, this.clock.now()];
      await this.database.asJobs((tx) => tx.query(KEEP_TEXT, values));
    }
  }
}

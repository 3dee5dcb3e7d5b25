import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { validate as isUuid } from 'uuid';
import { CONFIG, type Config } from '../../core/config/index.js';
import { flushFolder, isFileSystemFault, storageFault, writeFlushed } from '../../core/files/index.js';

/** A result's file while it is being written. */
const UNFINISHED = '.part';

/** A stored result. */
export interface StoredResult {
  readonly size: number;
  readonly content: Readable;
}

/**
 * Files that operations have made: one per operation, under its id, in a folder of their own. They are not among the
 * documents' bytes, which stay for ever: these are removed after some days, and removing one can touch no document.
 */
@Injectable()
export class ResultStore {
  private readonly directory: string;

  constructor(@Inject(CONFIG) { dataDirectory }: Config) {
    this.directory = join(dataDirectory, 'results');
  }

  /**
   * Writes the file of an operation: whole or not at all, instead of one that an earlier attempt has left.
   * @returns its size
   * @throws Refusal `storage_full`; whatever the content throws
   */
  async write(operationId: string, content: AsyncIterable<Uint8Array>): Promise<number> {
    const target = this.pathOf(operationId);
    const path = `${target}.${randomUUID()}${UNFINISHED}`;
    try {
      await mkdir(this.directory, { recursive: true, mode: 0o700 });
      const size = await writeFlushed(path, content);
      await rename(path, target);
      await flushFolder(this.directory);
      return size;
    } catch (error) {
      await rm(path, { force: true }).catch(() => undefined);
      throw storageFault(error);
    }
  }

  /** The size of an operation's file; undefined when there is none. */
  async sizeOf(operationId: string): Promise<number | undefined> {
    return (await stat(this.pathOf(operationId)).catch(nothingIfAbsent))?.size;
  }

  /** Opens the file of an operation; undefined when there is none. */
  async open(operationId: string): Promise<StoredResult | undefined> {
    const file: FileHandle | undefined = await open(this.pathOf(operationId), 'r').catch(nothingIfAbsent);
    if (!file) return undefined;
    const { size } = await file.stat();
    return { size, content: file.createReadStream() };
  }

  /** Removes the file of an operation, if there is one. */
  async remove(operationId: string): Promise<void> {
    await rm(this.pathOf(operationId), { force: true });
  }

  /**
   * Removes what has outlived its use, by the machine's clock, because the file system stamps with it.
   *
   * @param before files finished before it, and unfinished ones that were last written to before it
   * @returns how many of each
   */
  async sweep(before: {
    readonly finished: Date;
    readonly unfinished: Date;
  }): Promise<{ finished: number; unfinished: number }> {
    const removed = { finished: 0, unfinished: 0 };
    for (const name of (await readdir(this.directory).catch(nothingIfAbsent)) ?? []) {
      const sort = name.endsWith(UNFINISHED) ? 'unfinished' : 'finished';
      const path = join(this.directory, name);
      const found = await stat(path).catch(nothingIfAbsent);
      if (!found || found.mtime >= before[sort]) continue;
      await rm(path, { force: true });
      removed[sort] += 1;
    }
    return removed;
  }

  /** @throws TypeError for anything but an id: a path never comes from outside (reliability.md T10) */
  private pathOf(operationId: string): string {
    if (!isUuid(operationId)) throw new TypeError('not an id');
    return join(this.directory, operationId.toLowerCase());
  }
}

function nothingIfAbsent(error: unknown): undefined {
  if (isFileSystemFault(error, 'ENOENT')) return undefined;
  throw error;
}

import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access, link, mkdir, open, readdir, rm, stat, unlink, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { BlobMissing, BlobStore, type BlobIdentity, type ByteRange, type StagedBlob } from './blob-store.js';
import { flushFolder, writeFlushed } from './durable-file.js';
import { isFileSystemFault, storageFault } from './storage-faults.js';

const SHA256 = /^[0-9a-f]{64}$/;

/**
 * Files in a folder: `sha256/ab/cd/<hash>`, written to a temporary name, flushed, moved, and the folder flushed too,
 * so that a power cut leaves either the whole blob or none (reliability.md §4.10).
 */
export class LocalBlobStore extends BlobStore {
  private readonly blobs: string;
  private readonly temporary: string;

  /** @param directory the folder of files; made when needed */
  constructor(directory: string) {
    super();
    this.blobs = join(directory, 'sha256');
    this.temporary = join(directory, 'temporary');
  }

  async stage(content: AsyncIterable<Uint8Array>): Promise<StagedBlob> {
    const path = join(this.temporary, randomUUID());
    try {
      await mkdir(this.temporary, { recursive: true, mode: 0o700 });
      const identity = await writeHashed(path, content);
      return {
        ...identity,
        path,
        keep: () => this.keep(path, identity),
        discard: () => rm(path, { force: true }),
      };
    } catch (error) {
      await rm(path, { force: true }).catch(() => undefined);
      throw storageFault(error);
    }
  }

  async open(sha256: string, range?: ByteRange): Promise<Readable> {
    const path = this.pathOf(sha256);
    const handle = await openOrMissing(path, sha256);
    return createReadStream(path, { fd: handle, ...range });
  }

  async exists(sha256: string): Promise<boolean> {
    return isThere(this.pathOf(sha256));
  }

  async sweep(before: Date): Promise<number> {
    const names = await readdir(this.temporary).catch(noneIfAbsent);
    let removed = 0;
    for (const name of names) {
      const path = join(this.temporary, name);
      const { mtime } = await stat(path).catch(() => ({ mtime: undefined }));
      if (mtime === undefined || mtime >= before) continue;
      await rm(path, { force: true });
      removed += 1;
    }
    return removed;
  }

  private async keep(path: string, identity: BlobIdentity): Promise<BlobIdentity> {
    const target = this.pathOf(identity.sha256);
    try {
      await mkdir(dirname(target), { recursive: true, mode: 0o700 });
      await moveOnce(path, target);
      await flushFolder(dirname(target));
      return identity;
    } catch (error) {
      throw storageFault(error);
    }
  }

  /** @throws TypeError for anything but a hash: a path never comes from outside (reliability.md T10) */
  private pathOf(sha256: string): string {
    if (!SHA256.test(sha256)) throw new TypeError('not a SHA-256');
    return join(this.blobs, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
  }
}

/** Writes a stream to a new file, hashing on the way. */
async function writeHashed(path: string, content: AsyncIterable<Uint8Array>): Promise<BlobIdentity> {
  const hash = createHash('sha256');
  const size = await writeFlushed(path, content, (part) => hash.update(part));
  return { sha256: hash.digest('hex'), size };
}

/** Gives the temporary file its lasting name; bytes already stored under that name stay untouched. */
async function moveOnce(path: string, target: string): Promise<void> {
  try {
    await link(path, target);
  } catch (error) {
    if (!isFileSystemFault(error, 'EEXIST')) throw error;
  }
  await unlink(path);
}

async function openOrMissing(path: string, sha256: string): Promise<FileHandle> {
  try {
    return await open(path, 'r');
  } catch (error) {
    if (isFileSystemFault(error, 'ENOENT')) throw new BlobMissing(sha256);
    throw error;
  }
}

async function isThere(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch (error) {
    if (isFileSystemFault(error, 'ENOENT')) return false;
    throw error;
  }
}

function noneIfAbsent(error: unknown): string[] {
  if (isFileSystemFault(error, 'ENOENT')) return [];
  throw error;
}

import type { FileHandle } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { fromRandomAccessReader, RandomAccessReader, type Entry, type ZipFile } from 'yauzl';
import { rejectedFile } from './rejection.js';

export type Archive = ZipFile;

/** An open file as yauzl reads it; the file stays the caller's to close. */
class FileReader extends RandomAccessReader {
  constructor(private readonly file: FileHandle) {
    super();
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(chunksOf(this.file, start, end));
  }

  override close(callback: (error: Error | null) => void): void {
    callback(null);
  }
}

const CHUNK_BYTES = 64 * 1024;

async function* chunksOf(file: FileHandle, start: number, end: number): AsyncGenerator<Buffer> {
  for (let position = start; position < end;) {
    const buffer = Buffer.alloc(Math.min(CHUNK_BYTES, end - position));
    const { bytesRead } = await file.read(buffer, 0, buffer.length, position);
    if (bytesRead === 0) return;
    position += bytesRead;
    yield buffer.subarray(0, bytesRead);
  }
}

/** Reads the central directory. @throws Refusal `file_rejected` when there is none or it is broken */
export function openArchive(file: FileHandle, size: number): Promise<Archive> {
  const options = { lazyEntries: true, validateEntrySizes: true, decodeStrings: true, autoClose: false };
  return new Promise((resolve, reject) => {
    fromRandomAccessReader(new FileReader(file), size, options, (error, archive) => {
      if (error) reject(rejectedFile('damaged'));
      else resolve(archive);
    });
  });
}

/** The entries of the central directory. @throws Refusal `file_rejected` for a broken one, a path outside included */
export async function* eachEntry(archive: Archive): AsyncGenerator<Entry> {
  const entries = archive.eachEntry();
  for (;;) {
    const next = await entries.next().catch(() => {
      throw rejectedFile('damaged');
    });
    if (next.done === true) return;
    if (next.value.isEncrypted()) throw rejectedFile('damaged');
    yield next.value;
  }
}

/**
 * Unpacks an entry to its end and answers its beginning. More bytes than the entry declares end the unpacking.
 *
 * @param keep how many bytes of the beginning are wanted
 * @throws Refusal `file_rejected`
 */
export async function unpackedStart(archive: Archive, entry: Entry, keep: number): Promise<Buffer> {
  const kept: Buffer[] = [];
  let size = 0;
  try {
    const stream = await archive.openReadStreamPromise(entry);
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      if (size < keep) kept.push(chunk);
      size += chunk.length;
    }
  } catch {
    throw rejectedFile('damaged');
  }
  return Buffer.concat(kept).subarray(0, keep);
}

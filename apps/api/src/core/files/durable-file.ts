import { open, type FileHandle } from 'node:fs/promises';

/**
 * Writes a stream to a new file, part by part, and flushes it to the disk.
 *
 * @param seen is shown every part before it is written
 * @returns how many bytes there were
 */
export async function writeFlushed(
  path: string,
  content: AsyncIterable<Uint8Array>,
  seen: (part: Uint8Array) => void = () => undefined,
): Promise<number> {
  let size = 0;
  const file = await open(path, 'wx', 0o600);
  try {
    for await (const part of content) {
      seen(part);
      size += part.length;
      await writeAll(file, part);
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return size;
}

async function writeAll(file: FileHandle, part: Uint8Array): Promise<void> {
  for (let written = 0; written < part.length;) {
    const { bytesWritten } = await file.write(part, written);
    written += bytesWritten;
  }
}

/** Flushes a folder, so that a name given in it outlives a power cut. */
export async function flushFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

import { spawn } from 'node:child_process';
import { join, sep } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Injectable } from '@nestjs/common';
import { Refusal } from '../../../core/errors/index.js';
import { BlobStore } from '../../../core/files/index.js';
import { TEXT_LIMITS, type ExtractedText } from './extracted-text.js';

/** The built program; beside the sources, where tests run, there is none. */
const PROGRAM = join(
  import.meta.dirname.replace(`${sep}src${sep}`, `${sep}dist${sep}`),
  'read-text.program.js',
);

/**
 * The text inside stored files. Each is read by a process of its own with limits of memory and time, one at a time:
 * a damaged or hostile file costs its own text and nothing else.
 */
@Injectable()
export class FileText {
  private queue: Promise<unknown> = Promise.resolve();
  private waiting = 0;

  constructor(private readonly blobs: BlobStore) {}

  /**
   * @param sha256 of a stored file the caller may read
   * @throws Refusal `overloaded` when too many files wait to be read already, or no process could be started
   * @throws what the storage says when it cannot give the file
   */
  async read(sha256: string, mediaType: string): Promise<ExtractedText> {
    if (this.waiting >= TEXT_LIMITS.waiting) throw new Refusal('overloaded');
    this.waiting += 1;
    const turn = this.queue.then(() => this.extract(sha256, mediaType)).finally(() => (this.waiting -= 1));
    this.queue = turn.catch(() => undefined);
    return turn;
  }

  private async extract(sha256: string, mediaType: string): Promise<ExtractedText> {
    const content = await this.blobs.open(sha256);
    try {
      return await readBy(content, mediaType);
    } finally {
      content.destroy();
    }
  }
}

/** Runs the program over the content. Throws when the program or the content could not be had at all. */
async function readBy(content: Readable, mediaType: string): Promise<ExtractedText> {
  const child = spawn(
    process.execPath,
    [`--max-old-space-size=${TEXT_LIMITS.memoryMb}`, PROGRAM, mediaType],
    {
      stdio: ['pipe', 'pipe', 'ignore'],
      // nothing of this process's secrets is that one's business
      env: {},
      timeout: TEXT_LIMITS.processMs,
      killSignal: 'SIGKILL',
    },
  );
  const ended = new Promise<{ code: number | null; signal: string | null }>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve({ code, signal }));
  });
  // it may fail before anybody waits for it
  ended.catch(() => undefined);
  let printed = '';
  child.stdout.setEncoding('utf8').on('data', (part: string) => (printed += part));
  // a reader that has ended early breaks the pipe: its exit tells why
  await pipeline(content, child.stdin).catch(() => undefined);
  const { code, signal } = await ended.catch(() => {
    throw new Refusal('overloaded');
  });
  if (content.errored) throw content.errored;
  if (printed === '')
    throw new Refusal('overloaded', { detail: `the reader did not start: ${code ?? signal}` });
  if (code === 0) return JSON.parse(printed) as ExtractedText;
  return { status: signal === 'SIGKILL' ? 'TIMED_OUT' : 'DAMAGED', text: '' };
}

import { spawn } from 'node:child_process';
import { join, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Injectable } from '@nestjs/common';
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

  constructor(private readonly blobs: BlobStore) {}

  /** @param sha256 of a stored file the caller may read */
  read(sha256: string, mediaType: string): Promise<ExtractedText> {
    const turn = this.queue.then(() => this.extract(sha256, mediaType));
    this.queue = turn.catch(() => undefined);
    return turn;
  }

  private async extract(sha256: string, mediaType: string): Promise<ExtractedText> {
    const content = await this.blobs.open(sha256);
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
    let printed = '';
    child.stdout.setEncoding('utf8').on('data', (part: string) => (printed += part));
    // a reader that has ended early breaks the pipe: its exit tells why
    await pipeline(content, child.stdin).catch(() => undefined);
    const { code, signal } = await ended;
    if (code === 0) return JSON.parse(printed) as ExtractedText;
    return { status: signal === 'SIGKILL' ? 'TIMED_OUT' : 'DAMAGED', text: '' };
  }
}

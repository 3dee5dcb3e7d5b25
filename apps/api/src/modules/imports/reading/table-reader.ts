import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Injectable } from '@nestjs/common';
import { Refusal } from '../../../core/errors/index.js';
import { BlobStore } from '../../../core/files/index.js';
import { REFUSED } from './table-lines.js';
import { UnreadableTable, type TableFault } from './unreadable-table.js';

/** The built program; beside the sources, where tests run, there is none. */
const PROGRAM = join(
  import.meta.dirname.replace(`${sep}src${sep}`, `${sep}dist${sep}`),
  'read-table.program.js',
);

/** The distinct texts of a workbook are held at once; a table of 50,000 rows has megabytes of them. */
const MEMORY = ['--max-old-space-size=384', '--max-semi-space-size=8'];

/** The largest honest table takes a tenth of this on a busy machine. */
const LONGEST_MS = 180_000;

/** Reads stored tables, each by a process of its own with limits of memory and time. */
@Injectable()
export class TableReader {
  constructor(private readonly blobs: BlobStore) {}

  /**
   * Rows of a stored table that are not blank, as lines (`table-lines.ts`), the headings first.
   * @param sha256 of a file the caller may read
   * @throws UnreadableTable; Refusal `overloaded` when no process could be started; what the storage says
   */
  async *lines(sha256: string, mediaType: string): AsyncGenerator<Uint8Array> {
    const content = await this.blobs.open(sha256);
    // exceljs unpacks sheets into files; a process that was killed leaves them behind
    const scratch = await mkdtemp(join(tmpdir(), 'praktika-table-'));
    try {
      yield* linesOf(content, mediaType, scratch);
    } finally {
      content.destroy();
      await rm(scratch, { recursive: true, force: true });
    }
  }
}

async function* linesOf(content: Readable, mediaType: string, scratch: string): AsyncGenerator<Uint8Array> {
  const child = spawn(process.execPath, [...MEMORY, PROGRAM, mediaType], {
    stdio: ['pipe', 'pipe', 'pipe'],
    // nothing of this process's secrets is that one's business
    env: { TMPDIR: scratch },
    timeout: LONGEST_MS,
    killSignal: 'SIGKILL',
  });
  const ended = endOf(child);
  let complaint = '';
  child.stderr
    .setEncoding('utf8')
    .on('data', (part: string) => (complaint = (complaint + part).slice(-2000)));
  // a reader that has ended early breaks the pipe: its exit tells why
  const fed = pipeline(content, child.stdin).catch(() => undefined);
  try {
    for await (const part of child.stdout) yield part as Uint8Array;
    const code = await ended;
    await fed;
    if (content.errored) throw content.errored;
    if (code !== 0) throw faultOf(code, complaint);
  } finally {
    child.kill('SIGKILL');
  }
}

/** How it ended; undefined when it was killed. */
function endOf(child: ChildProcess): Promise<number | undefined> {
  const ended = new Promise<number | undefined>((resolve, reject) => {
    child.once('error', (cause) => reject(new Refusal('overloaded', { cause })));
    child.once('close', (code) => resolve(code ?? undefined));
  });
  // it may fail before anybody waits for it
  ended.catch(() => undefined);
  return ended;
}

function faultOf(code: number | undefined, complaint: string): Error {
  if (code === REFUSED) {
    const fault = JSON.parse(complaint) as { readonly code: TableFault; readonly text: string };
    return new UnreadableTable(fault.code, fault.text);
  }
  return new UnreadableTable(
    'too_complex',
    'Файл слишком сложен: оставьте в нём один лист с одной таблицей или сохраните его как CSV.',
  );
}

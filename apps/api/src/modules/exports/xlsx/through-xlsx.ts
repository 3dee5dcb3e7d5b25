import { spawn } from 'node:child_process';
import { join, sep } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Refusal } from '../../../core/errors/index.js';
import type { Sheet } from './sheet.js';

/** The built program; beside the sources, where tests run, there is none. */
const PROGRAM = join(
  import.meta.dirname.replace(`${sep}src${sep}`, `${sep}dist${sep}`),
  'write-xlsx.program.js',
);

/** A sheet is never held whole: what is needed is a fraction of this. */
const MEMORY = ['--max-old-space-size=128', '--max-semi-space-size=8'];

/**
 * Rows as COPY's text format writes them, made a workbook by a process of its own.
 * @throws what the rows throw; an error when the program fails
 */
export async function* throughXlsx(
  rows: AsyncIterable<Uint8Array>,
  sheet: Sheet,
): AsyncGenerator<Uint8Array> {
  // nothing of this process's secrets is that one's business
  const child = spawn(process.execPath, [...MEMORY, PROGRAM, JSON.stringify(sheet)], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: {},
  });
  let complaint = '';
  child.stderr
    .setEncoding('utf8')
    .on('data', (part: string) => (complaint = (complaint + part).slice(-2000)));
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  ended.catch(() => undefined);
  const fed = pipeline(Readable.from(rows, { objectMode: false }), child.stdin);
  // rows that fail end the program; a program that fails breaks the pipe, and its exit tells why
  const refused = fed.then(
    () => undefined,
    (error: Error) => {
      child.kill('SIGKILL');
      return error;
    },
  );
  try {
    for await (const part of child.stdout) yield part as Uint8Array;
    const code = await ended;
    const error = await refused;
    if (error !== undefined && !isBrokenPipe(error)) throw error;
    if (code !== 0) {
      const detail = `the workbook was not written (${String(code)}): ${complaint}`;
      throw new Refusal('internal', { detail });
    }
  } finally {
    child.kill('SIGKILL');
  }
}

const isBrokenPipe = (error: Error) =>
  'code' in error && (error.code === 'EPIPE' || error.code === 'ECONNRESET');

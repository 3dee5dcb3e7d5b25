import { once } from 'node:events';
import { createWriteStream, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createReport } from '../report.mjs';

/**
 * Each step with those that run beside it, in the order of the list. A step whose `beside` is not among the chosen
 * ones runs by itself.
 *
 * @returns `{step, aside}[]`
 */
export function arrange(steps) {
  const isAside = ({ beside }) => steps.some(({ id }) => id === beside);
  return steps
    .filter((step) => !isAside(step))
    .map((step) => ({ step, aside: steps.filter(({ beside }) => beside === step.id) }));
}

/**
 * Runs steps one after another while another one writes to the terminal.
 *
 * @param run `(step, report)` runs one of them
 * @returns `{results, output}`: what they wrote, in one piece, to be shown afterwards
 */
export async function runAside(steps, run) {
  if (steps.length === 0) return { results: [], output: '' };
  const folder = mkdtempSync(join(tmpdir(), 'praktika-aside-'));
  const file = join(folder, 'output');
  const stream = createWriteStream(file, { flags: 'a' });
  try {
    await once(stream, 'open'); // programs write to the same file by its descriptor
    const results = [];
    for (const step of steps) results.push(await run(step, createReport(stream)));
    stream.end();
    await once(stream, 'close');
    return { results, output: readFileSync(file, 'utf8') };
  } finally {
    stream.destroy();
    rmSync(folder, { recursive: true, force: true });
  }
}

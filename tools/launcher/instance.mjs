import { join } from 'node:path';
import { commandLine, signal, waitForEnd } from '../postgres/processes.mjs';
import { claim, isSame, readIdentity } from './claim.mjs';
import { Refusal } from './errors.mjs';
import { apiProgram } from './paths.mjs';

/** Where the running API of a data folder is noted. */
export const apiNote = (dataDirectory) => join(dataDirectory, 'api.pid');

const launcherNote = (dataDirectory) => join(dataDirectory, 'launcher.pid');
const patience = 20_000;

/**
 * Makes this launcher the only one of the data folder.
 *
 * @returns a function that gives the folder free again
 * @throws Refusal when another launcher holds it
 */
export function claimInstance(dataDirectory) {
  const { release, holder } = claim(launcherNote(dataDirectory));
  if (release) return release;
  throw new Refusal(
    `Already running: process ${holder.pid} uses ${dataDirectory}. ` +
      'Stop it, or give this one its own DATA_DIR and PORT.',
  );
}

/** Whether a launcher holds the data folder now. */
export function isInstanceRunning(dataDirectory) {
  const holder = readIdentity(launcherNote(dataDirectory));
  return holder !== undefined && isSame(holder);
}

/**
 * Ends the API that a killed launcher left behind; it would hold the port.
 * Only a process that was noted in this folder, started then, and runs our program is touched.
 */
export async function endOrphan(dataDirectory, report) {
  const orphan = readIdentity(apiNote(dataDirectory));
  if (!orphan || !isSame(orphan) || !commandLine(orphan.pid).includes(apiProgram('main'))) return;
  report.step(`Ending the API that an earlier launcher left behind (process ${orphan.pid})`);
  signal(orphan.pid, 'SIGTERM');
  if (await waitForEnd(orphan.pid, patience)) return;
  signal(-orphan.pid, 'SIGKILL');
  await waitForEnd(orphan.pid, patience);
}

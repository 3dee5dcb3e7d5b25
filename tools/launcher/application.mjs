import { join } from 'node:path';
import { readOrCreateSecret } from '../../libs/environment/index.mjs';
import { startProgram } from './children.mjs';
import { writeIdentity } from './claim.mjs';
import { Refusal } from './errors.mjs';
import { apiNote } from './instance.mjs';
import { apiProgram, webRoot } from './paths.mjs';

/**
 * Node's options for the API's programs: garbage goes sooner than Node would let it, which halves what a process
 * holds of the machine's memory; it is looked for by one thread beside the program's own, where the four of Node
 * would take all processors from whoever is waiting, and not before four tenths of what lives have been added; nothing
 * is put among what lives long on the strength of a guess (docs/operations/bench.md).
 */
const garbageOptions = [
  '--max-old-space-size=512',
  '--max-semi-space-size=8',
  '--v8-pool-size=1',
  '--heap-growing-percent=40',
  '--no-allocation-site-pretenuring',
];

/** The words after `node` that start one of the API's programs. */
export const apiWords = (name, ...words) => [...garbageOptions, apiProgram(name), ...words];

/**
 * The environment of the API's programs: ours, completed with what the launcher knows.
 *
 * @param settings the checked environment
 * @param database `{ownerUrl, appUrl}`
 * @param options.owner whether the program migrates, seeds or maintains, and so needs the owner's address
 */
export function apiEnvironment(settings, database, { owner = false } = {}) {
  const secret = (name) => readOrCreateSecret(join(settings.dataDirectory, 'secrets'), `${name}.key`);
  const env = {
    ...process.env,
    DATABASE_URL: database.appUrl,
    DATABASE_OWNER_URL: database.ownerUrl,
    DATA_DIR: settings.dataDirectory,
    PORT: String(settings.port),
    PUBLIC_URL: settings.publicUrl,
    TRUST_PROFILE: settings.trustProfile,
    WEB_ROOT: settings.webRoot ?? webRoot,
    RUN_JOBS: settings.runJobs ? 'yes' : 'no',
    SESSION_SECRET: settings.sessionSecret ?? secret('session'),
    CURSOR_SECRET: settings.cursorSecret ?? secret('cursor'),
  };
  const files = ['DATABASE_URL', 'DATABASE_OWNER_URL', 'SESSION_SECRET', 'CURSOR_SECRET'].map(
    (name) => `${name}_FILE`,
  );
  for (const name of owner ? files : [...files, 'DATABASE_OWNER_URL']) delete env[name];
  return env;
}

/** Starts the API and notes it down, so that a launcher after a killed one can find and end it. */
export function startApi(settings, database, lifetime) {
  const program = startProgram(process.execPath, apiWords('main'), {
    env: apiEnvironment(settings, database),
    lifetime,
  });
  if (program.pid !== undefined) writeIdentity(apiNote(settings.dataDirectory), program.pid);
  return program;
}

/** Waits until the API answers that it is ready. @throws Refusal when it ends or takes longer than a minute */
export async function untilReady(settings, program, lifetime) {
  const url = `http://${settings.host && !['0.0.0.0', '::'].includes(settings.host) ? settings.host : '127.0.0.1'}:${settings.port}/api/health/ready`;
  let code;
  void program.ended.then((value) => (code = value));
  const deadline = Date.now() + 60_000;
  while (Date.now() < deadline) {
    lifetime.check();
    if (code !== undefined)
      throw new Refusal(`The API ended with exit code ${code} instead of starting: see its messages above`);
    if (await answers(url)) return;
    await lifetime.first(new Promise((resolve) => setTimeout(resolve, 100)));
  }
  throw new Refusal(`The API is not ready after a minute (${url})`);
}

async function answers(url) {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(2000) });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}

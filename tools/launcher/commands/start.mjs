import { rmSync } from 'node:fs';
import { apiEnvironment, apiWords, startApi, untilReady } from '../application.mjs';
import { requireNodeProgram } from '../children.mjs';
import { openDatabase } from '../database.mjs';
import { Interrupted, Refusal } from '../errors.mjs';
import { apiNote, claimInstance, endOrphan } from '../instance.mjs';
import { openLifetime } from '../lifetime.mjs';
import { findPortProblem, findUnreachable } from '../probes.mjs';
import { createReport } from '../report.mjs';
import { prepareDataDirectory, readSettings } from '../settings.mjs';
import { welcome } from '../welcome.mjs';
import { prepareWorkspace } from '../workspace.mjs';

/**
 * `npm start`: installs, builds, starts PostgreSQL, migrates, seeds the demo once, serves until told to stop.
 * Whatever can be refused is refused before the first package is installed.
 *
 * @param words `--empty`: no demo data
 * @returns 0 after an orderly stop, 1 when the API or PostgreSQL ended by itself
 */
export async function run(words) {
  const options = readWords(words);
  const settings = readSettings();
  const report = createReport();
  const lifetime = openLifetime();
  try {
    prepareDataDirectory(settings);
    lifetime.onClose(claimInstance(settings.dataDirectory));
    await endOrphan(settings.dataDirectory, report);
    await requireSurroundings(settings);
    await prepareWorkspace(lifetime, report);
    return await serve({ settings, report, lifetime, options });
  } catch (error) {
    if (error instanceof Interrupted) return 0;
    throw error;
  } finally {
    await lifetime.close();
  }
}

function readWords(words) {
  const unknown = words.filter((word) => word !== '--empty');
  if (unknown.length > 0) {
    throw new Refusal(`Unknown: ${unknown.join(' ')}. Known: --empty (start without demo data)`, {
      exitCode: 2,
    });
  }
  return { empty: words.includes('--empty') };
}

async function requireSurroundings(settings) {
  const problems = await findUnreachable(settings);
  const portProblem = await findPortProblem(settings);
  if (portProblem) problems.push(portProblem);
  if (problems.length > 0) throw new Refusal(['Cannot start:', ...problems].join('\n  '));
}

async function serve({ settings, report, lifetime, options }) {
  const database = await openDatabase(settings, report);
  lifetime.onClose(async () => {
    await database.stop();
    report.step('Stopped');
  });
  lifetime.check();
  const env = apiEnvironment(settings, database, { owner: true });
  report.step('Migrating the database');
  await requireNodeProgram(lifetime, 'The migration', apiWords('migrate'), { env });
  report.step(options.empty ? 'Preparing without demo data' : 'Preparing the demo');
  await requireNodeProgram(
    lifetime,
    'The demo data',
    apiWords('seed', ...(options.empty ? ['--empty'] : [])),
    { env },
  );
  report.step('Starting the API');
  const api = startApi(settings, database, lifetime);
  lifetime.onClose(async () => {
    report.step('Stopping the API, then PostgreSQL');
    await api.stop();
    rmSync(apiNote(settings.dataDirectory), { force: true });
  });
  await untilReady(settings, api, lifetime);
  report.step('Ready');
  welcome({ settings, env, report });
  return await untilOneEnds({ api, database, lifetime, report });
}

async function untilOneEnds({ api, database, lifetime, report }) {
  const what = await lifetime.first(
    api.ended.then((code) => `The API ended by itself with exit code ${code}`),
    database.ended().then(() => 'PostgreSQL ended by itself'),
  );
  report.step(`${what}; the next start recovers`);
  return 1;
}

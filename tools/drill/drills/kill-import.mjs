import { setTimeout as sleep } from 'node:timers/promises';
import { signIn } from '../lib/client.mjs';
import { rowsOf } from '../lib/databases.mjs';
import { expectStatus } from '../lib/documents.mjs';
import { createResult } from '../lib/result.mjs';
import { until } from '../lib/settle.mjs';
import { startSystem } from '../lib/system.mjs';
import { createWorld } from '../lib/world.mjs';

/** Every so manieth row cannot be written. */
const badEvery = 10;

/**
 * `kill -9` of the worker in the middle of an import of places: another worker goes on behind the last part that was
 * written, no row is lost, none is written twice, and each refused row is told.
 *
 * @param options.database a migrated, empty database
 * @param options.rows of the table, a tenth of them with an error
 * @param options.kills how often a worker is killed between two parts of the table
 */
export async function killImport({ database, redisUrl, rows, kills, log = () => undefined }) {
  const result = createResult();
  const [pair] = await createWorld(database.ownerUrl);
  const system = await startSystem({ database, redisUrl, apis: 1 });
  try {
    const hr = await signIn(system.urls, pair.employer.manager);
    const fileId = await upload(hr, tableOf(rows));
    log(`a table of ${rows} rows is there`);
    const began = Date.now();
    const { id } = expectStatus(await hr.insist('POST', '/imports/places', { fileId, dryRun: false }), 202);
    result.check(
      `the worker was killed ${kills} times`,
      (await killInTheMiddle(system, id, kills)) === kills,
    );
    const operation = async () => expectStatus(await hr.insist('GET', `/operations/${id}`), 200);
    await until('the import ends', async () => (await operation()).status === 'DONE', 180_000, 200);
    result.figure('seconds', Math.round((Date.now() - began) / 100) / 10);
    await judge(result, database.ownerUrl, await operation(), rows);
    return result;
  } finally {
    await system.stop();
  }
}

function tableOf(rows) {
  const headings = 'Тип заявки;Область;Профессия;Регион;Мест;Начало;Окончание\n';
  const row = (place) =>
    `Проведение практики;;Профессия ${place};77;${place % badEvery === 0 ? 0 : 5};01.09.2027;30.11.2027\n`;
  return headings + Array.from({ length: rows }, (_, place) => row(place)).join('');
}

async function upload(caller, text) {
  const form = new FormData();
  form.append('file', new Blob([text]), 'места.csv');
  return expectStatus(await caller.insist('POST', '/imports/places/files', form), 201).id;
}

/** Kills the worker each time it has written something more and is not done yet. @returns how often it came to that */
async function killInTheMiddle(system, operationId, kills) {
  const { ownerUrl } = system.database;
  const statement = 'SELECT status, done + failed AS written FROM operations WHERE id = $1';
  let written = 0;
  for (let killed = 0; killed < kills; killed += 1) {
    let [row] = await rowsOf(ownerUrl, statement, [operationId]);
    while (row.status !== 'DONE' && row.written <= written) {
      await sleep(2);
      [row] = await rowsOf(ownerUrl, statement, [operationId]);
    }
    if (row.status === 'DONE') return killed;
    written = row.written;
    await system.workers.at(-1).end('SIGKILL');
    system.addWorker();
  }
  return kills;
}

async function judge(result, ownerUrl, { id, done, failed, total }, rows) {
  const bad = Math.ceil(rows / badEvery);
  result.check('every row is told of', total === rows && done + failed === rows, `${done} + ${failed}`);
  result.check('every row with an error was refused', failed === bad, `${failed} of ${bad}`);
  const [counts] = await rowsOf(
    ownerUrl,
    `SELECT count(*)::integer AS rows, count(DISTINCT r.target_id)::integer AS targets,
            (SELECT count(*)::integer FROM listings) AS listings,
            (SELECT count(DISTINCT title)::integer FROM listings) AS titles,
            (SELECT count(*)::integer FROM history_entries WHERE type = 'imported') AS entries,
            (SELECT count(*)::integer FROM outbox WHERE type = 'listing.create') AS events
       FROM import_rows r WHERE operation_id = $1`,
    [id],
  );
  const { rows: kept, ...written } = counts;
  result.check('each row has its outcome', kept === rows, `${kept}`);
  const wrong = Object.entries(written).filter(([, count]) => count !== rows - bad);
  result.none(
    'each good row has become one listing with one entry and one event',
    wrong.map(([what, count]) => `${what}: ${count} of ${rows - bad}`),
  );
}

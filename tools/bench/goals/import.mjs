import { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { join } from 'node:path';
import pgCopy from 'pg-copy-streams';
import { withClient } from '../../postgres/index.mjs';
import { signIn } from '../data/sessions.mjs';
import { ask } from '../load/load.mjs';
import { treeResidentMegabytes } from '../measure/processes.mjs';
import { figure, ratio } from '../measure/statistics.mjs';
import { startProduct } from '../servers.mjs';

/** Documents of a database of its own: its listings are written and removed again. */
const DOCUMENTS = 2_000;

const POLL_MS = 25;

/** Rounds that import the long table too: what memory does is the same in each. */
const LONG_ROUNDS = 3;

/** Tables an import of listings leaves rows in, with what tells the rows of one import. */
const WRITTEN = [
  ['listings', 'id IN (SELECT target_id FROM import_rows WHERE operation_id = $1)'],
  ['history_entries', 'object_id IN (SELECT target_id FROM import_rows WHERE operation_id = $1)'],
  ['outbox', 'object_id IN (SELECT target_id FROM import_rows WHERE operation_id = $1)'],
  ['import_rows', 'operation_id = $1'],
];

/**
 * Places out of a table, published at once, so that every index takes them in: the operation from its start to its end,
 * against COPY of the very rows it leaves behind into the same tables and indexes, and against the same places created
 * and published by single calls one after another; and what memory does when the table is five times as long.
 */
export async function imports(bench) {
  const { rows, long, single } = bench.scale.imports;
  const database = await (await bench.cluster()).documents(DOCUMENTS);
  const { superuserUrl } = database;
  const organization = await anEmployer(superuserUrl);
  const cookie = (await signIn(superuserUrl, [organization], 'MANAGER')).get(organization);
  const product = await startProduct({
    database,
    directory: join(bench.directory, 'api-imports'),
    runJobs: true,
  });
  const figures = { product: [], copy: [], single: [], short: [], long: [] };
  try {
    await imported(product, cookie, Math.ceil(rows / 10));
    for (let round = 0; round < bench.scale.scans; round += 1) {
      const short = await imported(product, cookie, rows);
      figures.product.push(short.elapsedMs / rows);
      figures.short.push(short.megabytes);
      figures.copy.push((await copiedAgain(superuserUrl, short.id)) / rows);
      figures.single.push((await oneByOne(product, cookie, single)) / single);
      if (round < LONG_ROUNDS) figures.long.push((await imported(product, cookie, long)).megabytes);
      await emptied(superuserUrl);
      const [one, floor] = [figures.product, figures.copy].map((values) => values.at(-1) * rows);
      bench.log(`import of ${rows} rows: ${one.toFixed(0)} ms, COPY ${floor.toFixed(0)} ms`);
    }
  } finally {
    await product.stop();
  }
  return [
    {
      what: `import of ${rows} rows, speed of COPY into the same tables and indexes`,
      goal: { least: 0.6 },
      ...ratio(figures.copy, figures.product),
      figures,
    },
    {
      what: `import of ${rows} rows, speed of single calls one after another`,
      goal: { least: 4 },
      ...ratio(figures.single, figures.product),
      figures,
    },
    {
      what: `import, memory of ${long} rows over that of ${rows}`,
      goal: { most: 40 },
      unit: ' MB',
      ...figure(figures.long.map((megabytes, round) => megabytes - figures.short[round])),
    },
  ];
}

/** @returns the id of an employer, the same at every run */
const anEmployer = (url) =>
  withClient(url, async (client) => {
    const { rows } = await client.query(
      `SELECT id FROM organizations WHERE acting AND side = 'EMPLOYER' ORDER BY full_name LIMIT 1`,
    );
    return rows[0].id;
  });

const SHARED = { type: 'PRACTICE', region: '77', area: '06', seats: 5, from: '2030-09-01', to: '2030-11-30' };

/** Words of one place, the same in a table and in a call. */
const wordsOf = (place) => ({
  profession: `Профессия ${place % 997} участка ${place}`,
  description: `Работа под руководством наставника, смена ${place % 31}`,
});

function tableOf(rows) {
  const headings =
    'Тип заявки;Область;Профессия;Регион;Мест;Начало;Окончание;Описание;Контактное лицо;Телефон\n';
  const lines = Array.from({ length: rows }, (_, place) => {
    const { profession, description } = wordsOf(place);
    const { region, area, seats, from, to } = SHARED;
    return `Проведение практики;${area};${profession};${region};${seats};${from};${to};${description};Иванова А. С.;+7 495 000-00-00\n`;
  });
  return headings + lines.join('');
}

/** @returns `{id, elapsedMs, megabytes}`: from the operation's start to its end, and the most memory held */
async function imported({ port, pid }, cookie, rows) {
  const form = new FormData();
  form.append('file', new Blob([tableOf(rows)]), 'места.csv');
  const stored = await fetch(`http://127.0.0.1:${port}/api/v1/imports/places/files`, {
    method: 'POST',
    headers: { cookie },
    body: form,
  });
  if (stored.status !== 201) throw new Error(`the table was not taken: ${await stored.text()}`);
  const { id: fileId } = await stored.json();
  const headers = { cookie };
  const body = { fileId, dryRun: false, publish: true };
  let operation = await ask(port, { method: 'POST', path: '/api/v1/imports/places', headers, body }, 202);
  let megabytes = 0;
  while (operation.status === 'QUEUED' || operation.status === 'RUNNING') {
    await sleep(POLL_MS);
    megabytes = Math.max(megabytes, treeResidentMegabytes(pid));
    operation = await ask(port, { path: `/api/v1/operations/${operation.id}`, headers });
  }
  if (operation.status !== 'DONE' || operation.done !== rows) {
    throw new Error(`the import ended so: ${JSON.stringify(operation)}`);
  }
  const elapsedMs = new Date(operation.finishedAt) - new Date(operation.startedAt);
  return { id: operation.id, elapsedMs, megabytes };
}

/** Takes what an import has left out of its tables and puts it back by COPY, in one transaction. @returns milliseconds */
const copiedAgain = (url, operation) =>
  withClient(url, async (client) => {
    const tables = [];
    for (const [table, which] of WRITTEN) {
      const columns = await columnsOf(client, table);
      const where = which.replace('$1', `'${operation}'`);
      const select = `SELECT ${columns} FROM ${table} WHERE ${where}`;
      tables.push({ table, columns, where, text: await copyOut(client, select) });
    }
    // history is kept from being removed by a trigger
    await client.query('SET session_replication_role = replica');
    for (const { table, where } of tables) await client.query(`DELETE FROM ${table} WHERE ${where}`);
    await client.query('RESET session_replication_role');
    const started = performance.now();
    await client.query('BEGIN');
    for (const { table, columns, text } of tables) {
      const into = client.query(pgCopy.from(`COPY ${table} (${columns}) FROM STDIN`));
      await pipeline(Readable.from([text]), into);
    }
    await client.query('COMMIT');
    return performance.now() - started;
  });

/** Columns that can be written, those the database computes or numbers by itself left out. */
async function columnsOf(client, table) {
  const { rows } = await client.query(
    `SELECT quote_ident(attname) AS name FROM pg_attribute WHERE attrelid = $1::regclass AND attnum > 0
        AND NOT attisdropped AND attgenerated = '' AND attidentity = '' ORDER BY attnum`,
    [table],
  );
  return rows.map(({ name }) => name).join(', ');
}

async function copyOut(client, select) {
  const parts = [];
  const gather = new Writable({
    write(part, _, next) {
      parts.push(part);
      next();
    },
  });
  await pipeline(client.query(pgCopy.to(`COPY (${select}) TO STDOUT`)), gather);
  return Buffer.concat(parts);
}

/** @returns milliseconds for the same places, created and published one after another */
async function oneByOne({ port }, cookie, count) {
  const { type: applicationType, region: regionCode, area: areaCode, seats, from, to } = SHARED;
  const contacts = { person: 'Иванова А. С.', phone: '+7 495 000-00-00' };
  const started = performance.now();
  for (let place = 0; place < count; place += 1) {
    const terms = { applicationType, areaCode, regionCode, seats, from, to, ...wordsOf(place) };
    const body = { terms, contacts };
    const made = await ask(
      port,
      { method: 'POST', path: '/api/v1/listings', headers: { cookie }, body },
      201,
    );
    const path = `/api/v1/listings/${made.id}/actions/publish`;
    const headers = { cookie, 'if-match': `"v${made.version}"` };
    await ask(port, { method: 'POST', path, headers, body: {} });
  }
  return performance.now() - started;
}

/** Every round begins with tables as long as the first did. */
const emptied = (url) =>
  withClient(url, async (client) => {
    await client.query('SET session_replication_role = replica');
    await client.query('TRUNCATE listings, import_rows, outbox, history_entries CASCADE');
    await client.query('RESET session_replication_role');
  });

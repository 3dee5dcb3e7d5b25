import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import ExcelJS from 'exceljs';
import {
  DIRECTION_LABELS,
  DOCUMENT_KIND_LABELS,
  DOCUMENT_STATUS_LABELS,
  EXPORT_COLUMN_LABELS,
  EXPORT_COLUMNS,
} from '../../../libs/contracts/dist/index.js';
import { withClient } from '../../postgres/index.mjs';
import { longRegistries } from '../data/long-registries.mjs';
import { signIn } from '../data/sessions.mjs';
import { ask } from '../load/load.mjs';
import { treeResidentMegabytes } from '../measure/processes.mjs';
import { figure, ratio } from '../measure/statistics.mjs';
import { startExportFloor, startProduct } from '../servers.mjs';

/** Documents of a database of its own: its registries grow far beyond what the others are measured with. */
const DOCUMENTS = 2_000;

/** Rows of the two registries. */
const SHORT = 20_000;
const LONG = 150_000;

const FORMATS = ['CSV', 'XLSX'];
const POLL_MS = 50;

/** The registry as a file: an operation from its start to its end, with its progress, against a bare program. */
export async function exports(bench) {
  const database = await (await bench.cluster()).documents(DOCUMENTS);
  const [short, long] = await longRegistries(database.superuserUrl, [SHORT, LONG]);
  const cookies = await signIn(database.superuserUrl, [short, long], 'MANAGER');
  const directory = join(bench.directory, 'api-exports');
  const product = await startProduct({ database, directory, runJobs: true });
  const floor = await startExportFloor({ database });
  const path = join(bench.directory, 'floor-export');
  try {
    const zones = await zonesOf(database, [short, long]);
    const run = (format, organization) =>
      exported(product, { format, cookie: cookies.get(organization), directory });
    const bare = (format, organization) =>
      floor.tell({ ...LABELS, format, organization, timeZone: zones.get(organization), path });
    await sameCells(run, bare, { short, path });
    const figures = {};
    for (const format of FORMATS) {
      figures[format] = { product: [], floor: [], short: [], long: [] };
      await bare(format, short);
    }
    for (let round = 0; round < bench.scale.scans; round += 1) {
      for (const format of FORMATS) {
        const one = figures[format];
        const contenders = [
          async () => one.floor.push((await bare(format, long)).elapsedMs),
          async () => {
            one.short.push((await run(format, short)).megabytes);
            const { elapsedMs, megabytes } = await run(format, long);
            one.product.push(elapsedMs);
            one.long.push(megabytes);
          },
        ];
        if (round % 2 === 1) contenders.reverse();
        for (const contender of contenders) await contender();
        bench.log(`${format}: ${one.product.at(-1)} ms, floor ${one.floor.at(-1).toFixed(0)} ms`);
      }
    }
    return rowsOf(figures);
  } finally {
    await Promise.all([product.stop(), floor.stop()]);
    rmSync(path, { force: true });
  }
}

const rowsOf = ({ CSV, XLSX }) => [
  {
    what: `CSV export of ${LONG} rows, speed of a plain stream in JavaScript`,
    goal: { least: 2.5 },
    ...ratio(CSV.floor, CSV.product),
    figures: CSV,
  },
  {
    what: `XLSX export of ${LONG} rows, speed of a plain exceljs stream`,
    goal: { least: 0.9 },
    ...ratio(XLSX.floor, XLSX.product),
    figures: XLSX,
  },
  growth('CSV', CSV),
  growth('XLSX', XLSX),
];

/** What all processes of the product hold at most, of a long export over a short one. */
const growth = (format, { short, long }) => ({
  what: `${format} export, memory of ${LONG} rows over that of ${SHORT}`,
  goal: { most: 40 },
  unit: ' MB',
  ...figure(long.map((megabytes, round) => megabytes - short[round])),
});

const LABELS = {
  titles: EXPORT_COLUMNS.map((column) => EXPORT_COLUMN_LABELS[column]),
  labels: {
    kinds: DOCUMENT_KIND_LABELS,
    statuses: DOCUMENT_STATUS_LABELS,
    directions: DIRECTION_LABELS,
  },
};

/** @returns `{elapsedMs, megabytes, path}`: from the operation's start to its end, and the most memory held */
async function exported({ port, pid }, { format, cookie, directory }) {
  const headers = { cookie };
  const body = { format, filter: {} };
  const request = { method: 'POST', path: '/api/v1/documents/exports', headers, body };
  let operation = await ask(port, request, 202);
  let megabytes = 0;
  while (operation.status === 'QUEUED' || operation.status === 'RUNNING') {
    await sleep(POLL_MS);
    megabytes = Math.max(megabytes, treeResidentMegabytes(pid));
    operation = await ask(port, { path: `/api/v1/operations/${operation.id}`, headers });
  }
  if (operation.status !== 'DONE') throw new Error(`the export ended so: ${JSON.stringify(operation)}`);
  const elapsedMs = new Date(operation.finishedAt) - new Date(operation.startedAt);
  return { elapsedMs, megabytes, path: join(directory, 'results', operation.id) };
}

/** @throws an error when product and floor do not write the same */
async function sameCells(run, bare, { short, path }) {
  const csv = await run('CSV', short);
  await bare('CSV', short);
  const [lines, others] = [csv.path, path].map((name) => readFileSync(name, 'utf8').split('\r\n'));
  const differing = lines.findIndex((line, place) => line !== others[place]);
  if (differing >= 0 || lines.length !== others.length)
    throw new Error(`the CSV files differ: ${lines[differing]} and ${others[differing]}`);
  const xlsx = await run('XLSX', short);
  await bare('XLSX', short);
  const [one, other] = await Promise.all([xlsx.path, path].map(cellsOf));
  if (one !== other) throw new Error('the XLSX files differ');
}

/** @returns every value of a workbook's sheet as one text */
async function cellsOf(path) {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(path);
  const lines = [];
  workbook.worksheets[0].eachRow((row) => lines.push(JSON.stringify(row.values)));
  return lines.join('\n');
}

/** @returns organization's id → its time zone */
const zonesOf = ({ superuserUrl }, ids) =>
  withClient(superuserUrl, async (client) => {
    const { rows } = await client.query('SELECT id, time_zone FROM organizations WHERE id = ANY ($1)', [ids]);
    return new Map(rows.map((row) => [row.id, row.time_zone]));
  });

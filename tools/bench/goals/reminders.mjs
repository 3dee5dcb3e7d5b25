import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { withClient } from '../../postgres/index.mjs';
import { figure, ratio } from '../measure/statistics.mjs';
import { inRoot } from '../paths.mjs';
import { productEnvironment } from '../servers.mjs';

const run = promisify(execFile);
const DAY_MS = 86_400_000;

/** The same reminders by one statement, past row-level security, without a cursor, a digest or a signal. */
const BARE = `
  INSERT INTO notifications (organization_id, kind, document_id, local_date, occurred_at, created_at)
  SELECT d.waiting_organization_id, 'SIGNATURE_REMINDER', d.id, $1::date, now(), now()
    FROM documents d JOIN organizations o ON o.id = d.waiting_organization_id
   WHERE d.status IN ('ON_SIGNING', 'SIGNED_BY_RECIPIENT')
     AND d.waiting_since < ($1::date - 3)::timestamp AT TIME ZONE o.time_zone
  ON CONFLICT DO NOTHING`;

const CLEAR = 'TRUNCATE notifications, notification_reads, reminder_days, mails';

/** The daily reminder of awaited signatures: `jobs reminders --date`, and the same again on the same day. */
export async function reminders(bench) {
  const { database } = await bench.large();
  const date = new Date(Date.now() + 5 * DAY_MS).toISOString().slice(0, 10);
  const figures = { product: [], again: [], bare: [], longestTransactionMs: [] };
  let due;
  for (let round = 0; round < bench.scale.scans; round += 1) {
    const contenders = [
      () => scan(bench, database, date, figures),
      () => bareInsert(database, date, figures),
    ];
    if (round % 2 === 1) contenders.reverse();
    const written = [];
    for (const contender of contenders) {
      await withClient(database.superuserUrl, (client) => client.query(CLEAR));
      written.push(await contender());
    }
    if (written[0] !== written[1]) throw new Error(`product and floor write different reminders: ${written}`);
    due ??= written[0];
  }
  const what = `reminders for ${due} documents`;
  return [
    {
      what: `${what}, speed of one bare INSERT … SELECT`,
      goal: { least: 0.45 },
      ...ratio(figures.bare, figures.product),
      figures,
    },
    {
      what: `${what}, again on the same day, time of the first`,
      goal: { most: 0.1 },
      ...ratio(figures.again, figures.product),
    },
    {
      what: 'reminders, the longest transaction',
      goal: { most: 2 },
      unit: ' s',
      ...figure(figures.longestTransactionMs.map((ms) => ms / 1000)),
    },
  ];
}

/** @returns how many reminders were written */
async function scan({ directory }, database, date, figures) {
  const first = await job(database, directory, date);
  const second = await job(database, directory, date);
  if (second.reminders !== 0)
    throw new Error(`the second scan of the day wrote ${second.reminders} reminders`);
  figures.product.push(first.elapsedMs);
  figures.longestTransactionMs.push(first.longestTransactionMs);
  figures.again.push(second.elapsedMs);
  return first.reminders;
}

/** The product's own command; what it reports is the scan alone, without the start of the process. */
async function job(database, directory, date) {
  const words = [inRoot('apps/api/dist/jobs.js'), 'reminders', '--date', date, '--json'];
  const { stdout } = await run(process.execPath, words, { env: productEnvironment(database, directory) });
  return JSON.parse(stdout.trim().split('\n').at(-1));
}

async function bareInsert({ ownerUrl }, date, figures) {
  return withClient(ownerUrl, async (client) => {
    const started = performance.now();
    const { rowCount } = await client.query(BARE, [date]);
    figures.bare.push(performance.now() - started);
    return rowCount;
  });
}

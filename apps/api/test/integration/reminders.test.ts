import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { REMINDER_AFTER_DAYS } from '@praktika/contracts';
import type pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { Database } from '../../src/core/database/index.js';
import { Signals } from '../../src/core/events/index.js';
import { Mailer } from '../../src/core/mail/index.js';
import { ReminderScan } from '../../src/modules/reminders/index.js';
import { SCAN_LOCK } from '../../src/modules/reminders/reminders.commands.js';
import { createTestApp, type TestApp } from '../support/index.js';

let test: TestApp;
let scan: ReminderScan;

beforeAll(async () => {
  test = await createTestApp();
  scan = test.app.get(ReminderScan);
});
afterAll(() => test?.close());
beforeEach(async () => {
  await test.database.owner.query('DELETE FROM notifications; DELETE FROM reminder_days; DELETE FROM mails');
  await test.database.owner.query(
    `UPDATE documents SET status = 'WITHDRAWN', waiting_organization_id = NULL`,
  );
});

interface Awaited {
  readonly waitingSince: string;
  /** Which side signs now: the recipient in ON_SIGNING, the author in SIGNED_BY_RECIPIENT. */
  readonly status?: 'ON_SIGNING' | 'SIGNED_BY_RECIPIENT';
  readonly kind?: string;
  readonly employerId?: string;
  readonly universityId?: string;
}

/** A document the university wrote, whose signature is awaited since an instant; with its revision. */
async function awaited({
  waitingSince,
  status = 'ON_SIGNING',
  kind = 'PERIOD_CONTRACT',
  ...parties
}: Awaited) {
  const { owner } = test.database;
  const id = uuidv7();
  const employer = parties.employerId ?? test.world.employer.id;
  const university = parties.universityId ?? test.world.university.id;
  await insertDocument(owner, { id, kind, status, employer, university, waitingSince });
  const [file, revision] = [uuidv7(), uuidv7()];
  await owner.query(
    `INSERT INTO files (id, organization_id, sha256, size, name, media_type, created_at)
     VALUES ($1, $2, repeat('a', 64), 1, 'a.pdf', 'application/pdf', $3)`,
    [file, university, waitingSince],
  );
  await owner.query(
    `INSERT INTO revisions (id, document_id, revision_number, number, document_date, title, terms, terms_canonical,
       terms_sha256, files, main_file_id, main_file_sha256, sent_at)
     VALUES ($1, $2, 1, '1', '2026-09-01', $3, '{}', '{}', 'x', '[]', $4, 'x', $5)`,
    [revision, id, `Документ ${id.slice(-6)}`, file, waitingSince],
  );
  await owner.query('UPDATE documents SET current_revision_id = $2 WHERE id = $1', [id, revision]);
  return id;
}

function insertDocument(
  owner: pg.Client,
  document: {
    id: string;
    kind: string;
    status: string;
    employer: string;
    university: string;
    waitingSince: string;
  },
) {
  const waiting = document.status === 'ON_SIGNING' ? document.employer : document.university;
  return owner.query(
    `INSERT INTO documents (id, kind, status, employer_id, education_organization_id, author_side,
       waiting_organization_id, waiting_since, first_sent_at, sent_for_signing_at, created_at, updated_at)
     VALUES ($1, $2, $3, $4, $5, 'EDUCATION', $6, $7, $7, $7, $7, $7)`,
    [
      document.id,
      document.kind,
      document.status,
      document.employer,
      document.university,
      waiting,
      document.waitingSince,
    ],
  );
}

async function reminders(): Promise<{ document: string; organization: string; date: string }[]> {
  const { rows } = await test.database.owner.query<{ document: string; organization: string; date: string }>(
    `SELECT document_id AS document, organization_id AS organization, local_date::text AS date FROM notifications
      WHERE kind = 'SIGNATURE_REMINDER' ORDER BY local_date, document_id`,
  );
  return rows;
}

const datesOf = async (document: string) =>
  (await reminders()).filter((row) => row.document === document).map(({ date }) => date);

async function mails(): Promise<{ key: string; status: string; text: string | null }[]> {
  const { rows } = await test.database.owner.query<{ key: string; status: string; text: string | null }>(
    'SELECT key, status, text_body AS text FROM mails ORDER BY key',
  );
  return rows;
}

/** `node dist/jobs.js`, as `npm run jobs` starts it. */
function startCommand(words: readonly string[]): ChildProcessByStdio<null, Readable, Readable> {
  const program = new URL('../../dist/jobs.js', import.meta.url).pathname;
  return spawn(process.execPath, [program, ...words], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env['PATH'],
      DATABASE_URL: test.database.appUrl,
      DATA_DIR: test.config.dataDirectory,
      SESSION_SECRET: test.config.sessionSecret,
      CURSOR_SECRET: test.config.cursorSecret,
    },
  });
}

const day = (number: number) => `2026-09-${String(number).padStart(2, '0')}`;

describe('the daily reminder', () => {
  it('E5.4.1c: comes every day from the 4th day after sending, and on none of the days before', async () => {
    const document = await awaited({ waitingSince: '2026-09-10T07:00:00Z' });
    for (let date = 10; date <= 17; date += 1) await scan.forDate(day(date));
    expect(await datesOf(document)).toEqual([day(14), day(15), day(16), day(17)]);
  });

  it.each(['sign', 'withdraw', 'conclude'])('E5.4.1d: stops when somebody does %s', async (what) => {
    const document = await awaited({ waitingSince: '2026-09-01T07:00:00Z' });
    await scan.forDate(day(5));
    const status = { sign: 'SIGNED_BY_RECIPIENT', withdraw: 'WITHDRAWN', conclude: 'CONCLUDED' }[what];
    await test.database.owner.query(
      `UPDATE documents SET status = $2, waiting_organization_id = $3, waiting_since = $4 WHERE id = $1`,
      [
        document,
        status,
        what === 'sign' ? test.world.university.id : null,
        what === 'sign' ? '2026-09-05T12:00:00Z' : null,
      ],
    );
    await scan.forDate(day(6));
    const toEmployer = (await reminders()).filter(
      ({ organization }) => organization === test.world.employer.id,
    );
    expect(toEmployer.map(({ date }) => date)).toEqual([day(5)]);
  });

  it('goes to the author when the recipient has signed, counted from that turn', async () => {
    const document = await awaited({ waitingSince: '2026-09-10T07:00:00Z', status: 'SIGNED_BY_RECIPIENT' });
    for (let date = 12; date <= 14; date += 1) await scan.forDate(day(date));
    expect(await reminders()).toEqual([{ document, organization: test.world.university.id, date: day(14) }]);
  });

  it('knows every kind of document', async () => {
    const kinds = ['PERIOD_CONTRACT', 'FRAMEWORK_ANNEX', 'SUPPLEMENTARY_TERMINATION', 'A_KIND_OF_TOMORROW'];
    const documents: string[] = [];
    for (const kind of kinds) documents.push(await awaited({ waitingSince: '2026-09-01T07:00:00Z', kind }));
    await scan.forDate(day(5));
    expect((await reminders()).map(({ document }) => document).sort()).toEqual([...documents].sort());
  });

  it('leaves documents alone whose approval or confirmation is awaited', async () => {
    for (const status of ['ON_APPROVAL', 'ON_CONFIRMATION', 'PROJECT_APPROVED']) {
      const document = await awaited({ waitingSince: '2026-09-01T07:00:00Z' });
      await test.database.owner.query('UPDATE documents SET status = $2 WHERE id = $1', [document, status]);
    }
    expect((await scan.forDate(day(20))).reminders).toBe(0);
  });
});

describe('the hourly scan', () => {
  const at = (instant: string) => {
    test.clock.set(new Date(instant));
    return scan.due();
  };

  it('serves an organization once its own local time has passed nine, whatever the zone', async () => {
    // Kamchatka is nine hours before Moscow: 09:00 there is 00:00 in Moscow, both still on the same date in UTC+12
    const { foreignUniversity, foreignEmployer, employer } = test.world;
    await awaited({ waitingSince: '2026-09-01T03:00:00Z' });
    await awaited({
      waitingSince: '2026-09-01T03:00:00Z',
      status: 'SIGNED_BY_RECIPIENT',
      employerId: foreignEmployer.id,
      universityId: foreignUniversity.id,
    });
    await at('2026-09-04T20:59:00Z');
    expect(await reminders()).toEqual([]);
    await at('2026-09-04T21:01:00Z');
    expect((await reminders()).map(({ organization, date }) => [organization, date])).toEqual([
      [foreignUniversity.id, day(5)],
    ]);
    await at('2026-09-05T05:59:00Z');
    expect(await reminders()).toHaveLength(1);
    await at('2026-09-05T06:01:00Z');
    expect((await reminders()).map(({ organization }) => organization).sort()).toEqual(
      [employer.id, foreignUniversity.id].sort(),
    );
  });

  it('counts calendar dates: what was sent at 23:30 Moscow time is due on the 4th date, not 96 hours later', async () => {
    const document = await awaited({ waitingSince: '2026-09-01T20:30:00Z' });
    await at('2026-09-04T07:00:00Z');
    expect(await datesOf(document)).toEqual([]);
    await at('2026-09-05T06:01:00Z');
    expect(await datesOf(document)).toEqual([day(5)]);
  });

  it('sends today’s reminder alone after days of downtime, and none twice when the clock goes back', async () => {
    const document = await awaited({ waitingSince: '2026-09-01T07:00:00Z' });
    await at('2026-09-05T06:01:00Z');
    await at('2026-09-09T06:01:00Z');
    await at('2026-09-09T04:01:00Z');
    await at('2026-09-09T06:01:00Z');
    await at('2026-09-09T13:01:00Z');
    expect(await datesOf(document)).toEqual([day(5), day(9)]);
  });

  it('reminds on the 29th of February and across the turn of the year', async () => {
    const leap = await awaited({ waitingSince: '2028-02-25T07:00:00Z' });
    await at('2028-02-29T06:01:00Z');
    expect(await datesOf(leap)).toEqual(['2028-02-29']);
    const turn = await awaited({ waitingSince: '2028-12-28T07:00:00Z' });
    await at('2028-12-31T06:01:00Z');
    await at('2029-01-01T06:01:00Z');
    expect(await datesOf(turn)).toEqual(['2029-01-01']);
  });
});

describe('the daily e-mail', () => {
  it('E5.4.1e: is one per organization and date, and lists everything that waits for it', async () => {
    const documents: string[] = [];
    for (let number = 1; number <= 3; number += 1) {
      documents.push(await awaited({ waitingSince: `2026-09-0${number}T07:00:00Z` }));
    }
    await scan.forDate(day(8));
    await scan.forDate(day(8));
    expect((await mails()).map(({ key }) => key)).toEqual([
      `reminder-digest:${test.world.employer.id}:${day(8)}`,
    ]);
    await test.app.get(Mailer).deliverDue();
    const [mail] = await mails();
    expect(mail?.status).toBe('SENT');
    for (const document of documents) expect(mail?.text).toContain(`Документ ${document.slice(-6)}`);
    expect(mail?.text).toContain('ждёт 7 дней');
    const { rows } = await test.database.owner.query<{ recipient: string }>('SELECT recipient FROM mails');
    expect(rows).toEqual([{ recipient: test.world.employer.profileEmail }]);
  });

  it('lists fifty documents and says how many more there are', async () => {
    for (let number = 0; number < 53; number += 1) await awaited({ waitingSince: '2026-09-01T07:00:00Z' });
    await scan.forDate(day(5));
    await test.app.get(Mailer).deliverDue();
    const text = (await mails())[0]?.text ?? '';
    expect(text.match(/^— /gm)).toHaveLength(50);
    expect(text).toContain('И ещё 3');
  });

  it('is not sent when nothing waits any more at its turn, and leaves out what was signed meanwhile', async () => {
    const [signed, waiting] = [
      await awaited({ waitingSince: '2026-09-01T07:00:00Z' }),
      await awaited({ waitingSince: '2026-09-01T07:00:00Z' }),
    ];
    const conclude = (document: string) =>
      test.database.owner.query(
        `UPDATE documents SET status = 'CONCLUDED', waiting_organization_id = NULL WHERE id = $1`,
        [document],
      );
    await scan.forDate(day(5));
    await conclude(signed);
    await test.app.get(Mailer).deliverDue();
    const [mail] = await mails();
    expect(mail?.text).toContain(waiting.slice(-6));
    expect(mail?.text).not.toContain(signed.slice(-6));
    await scan.forDate(day(6));
    await conclude(waiting);
    await test.app.get(Mailer).deliverDue();
    expect((await mails()).map(({ status }) => status)).toEqual(['SENT', 'CANCELLED']);
  });
});

describe('two scanners', () => {
  let nextInn = 9_900_000_000;

  /** Documents waiting for their employer since many instants, over twenty organizations in four zones. */
  async function manyDocuments(): Promise<void> {
    const { owner } = test.database;
    const zones = ['Europe/Kaliningrad', 'Europe/Moscow', 'Asia/Vladivostok', 'Asia/Kamchatka'];
    const employers = Array.from({ length: 20 }, () => uuidv7());
    for (const [number, id] of employers.entries()) {
      await owner.query(
        `INSERT INTO organizations (id, side, legal_form, full_name, inn, time_zone, search_text, created_at, updated_at)
         VALUES ($1, 'EMPLOYER', 'LEGAL_ENTITY', 'Организация', $2, $3, '', $4, $4)`,
        [id, String(nextInn++), zones[number % zones.length], test.clock.now()],
      );
    }
    for (let number = 0; number < 400; number += 1) {
      await insertDocument(owner, {
        id: uuidv7(),
        kind: 'PERIOD_CONTRACT',
        status: 'ON_SIGNING',
        employer: employers[number % employers.length] ?? '',
        university: test.world.university.id,
        waitingSince: new Date(Date.UTC(2026, 8, 1 + (number % 10), number % 24, 30)).toISOString(),
      });
    }
  }

  /** How many reminders the rule itself wants from the 1st to the 30th. */
  async function wantedReminders(): Promise<number> {
    const { rows } = await test.database.owner.query<{ count: string }>(
      `SELECT count(*) FROM documents d JOIN organizations o ON o.id = d.waiting_organization_id,
              generate_series('2026-09-01'::date, '2026-09-30'::date, '1 day') date
        WHERE d.status = 'ON_SIGNING'
          AND date::date - (d.waiting_since AT TIME ZONE o.time_zone)::date >= $1`,
      [REMINDER_AFTER_DAYS],
    );
    return Number(rows[0]?.count);
  }

  async function written(): Promise<{ all: number; distinct: number; days: number; mails: number }> {
    const { rows } = await test.database.owner.query<Record<'all' | 'distinct' | 'days' | 'mails', string>>(
      `SELECT count(*) AS all, count(DISTINCT (document_id, organization_id, local_date)) AS distinct,
              count(DISTINCT (organization_id, local_date)) AS days, (SELECT count(*) FROM mails) AS mails
         FROM notifications WHERE kind = 'SIGNATURE_REMINDER'`,
    );
    const [row] = rows;
    if (!row) throw new Error('counts always answer');
    return {
      all: Number(row.all),
      distinct: Number(row.distinct),
      days: Number(row.days),
      mails: Number(row.mails),
    };
  }

  /**
   * A scan whose connection the server cuts at the end of a transaction, before its commit: what a worker leaves
   * behind that is killed there. Answers whether it came to die.
   */
  async function scanAndDie(date: string, transaction: number): Promise<boolean> {
    const database = test.app.get(Database);
    let left = transaction;
    const dying: Pick<Database, 'asJobs'> = {
      asJobs: (work) =>
        database.asJobs(async (tx) => {
          const result = await work(tx);
          left -= 1;
          if (left === 0) {
            await tx.query({ name: 'test.die', text: 'SELECT pg_terminate_backend(pg_backend_pid())' });
          }
          return result;
        }),
    };
    const doomed = new ReminderScan(dying as Database, test.clock, test.app.get(Signals));
    return doomed.forDate(date, 5).then(
      () => false,
      () => true,
    );
  }

  it('at once, and a third killed in the middle of every day, miss nothing and repeat nothing over thirty days', async () => {
    await manyDocuments();
    const wanted = await wantedReminders();
    expect(wanted).toBeGreaterThan(8_000);
    let deaths = 0;
    for (let date = 1; date <= 30; date += 1) {
      const [died] = await Promise.all([
        scanAndDie(day(date), 1 + (date % 4)),
        scan.forDate(day(date), 7),
        scan.forDate(day(date), 11),
      ]);
      deaths += Number(died);
    }
    expect(deaths).toBeGreaterThan(20);
    const { all, distinct, days, mails: letters } = await written();
    expect([all, distinct]).toEqual([wanted, wanted]);
    expect(letters).toBe(days);
  }, 300_000);

  it('go on where a process stood that was killed with kill -9 between two pages', async () => {
    await manyDocuments();
    const { owner } = test.database;
    await owner.query('SELECT pg_advisory_lock($1)', [SCAN_LOCK]);
    const child = startCommand(['reminders', '--date', day(9), '--json']);
    const waiting = `SELECT FROM pg_locks WHERE locktype = 'advisory' AND NOT granted AND objid = $1`;
    const stands = async () => (await owner.query(waiting, [SCAN_LOCK])).rowCount === 1;
    const deadline = Date.now() + 60_000;
    while (!(await stands()) && Date.now() < deadline) await sleep(50);
    // its days are open, and it waits for its turn
    expect(await stands()).toBe(true);
    child.kill('SIGKILL');
    await once(child, 'exit');
    await owner.query('SELECT pg_advisory_unlock($1)', [SCAN_LOCK]);
    await Promise.all([scan.forDate(day(9), 20), scan.forDate(day(9), 20)]);
    const { rows } = await owner.query<{ count: string }>(
      `SELECT count(*) FROM documents d JOIN organizations o ON o.id = d.waiting_organization_id
        WHERE d.status = 'ON_SIGNING' AND '2026-09-09'::date - (d.waiting_since AT TIME ZONE o.time_zone)::date >= $1`,
      [REMINDER_AFTER_DAYS],
    );
    const { all, distinct } = await written();
    expect([all, distinct]).toEqual([Number(rows[0]?.count), Number(rows[0]?.count)]);
  }, 120_000);

  it('leave a rerun of the same day nothing to do', async () => {
    await manyDocuments();
    await scan.forDate(day(20));
    const again = await scan.forDate(day(20));
    expect(again).toMatchObject({ organizations: 0, reminders: 0, mails: 0 });
  });

  it('serve a document that comes to a finished day of a drill', async () => {
    await awaited({ waitingSince: '2026-09-01T07:00:00Z' });
    await scan.forDate(day(20));
    const late = await awaited({ waitingSince: '2026-09-02T07:00:00Z' });
    expect(await scan.forDate(day(20))).toMatchObject({ organizations: 1, reminders: 1, mails: 0 });
    expect(await datesOf(late)).toEqual([day(20)]);
  });
});

describe('the command', () => {
  it('node dist/jobs.js reminders --date D --json serves the date and prints the counts', async () => {
    await awaited({ waitingSince: '2026-09-01T07:00:00Z' });
    const child = startCommand(['reminders', '--date', day(9), '--json']);
    let [out, errors] = ['', ''];
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
    const [code] = (await once(child, 'exit')) as [number];
    expect([code, errors]).toEqual([0, '']);
    expect(JSON.parse(out)).toMatchObject({ date: day(9), organizations: 1, reminders: 1, mails: 1 });
  }, 120_000);
});

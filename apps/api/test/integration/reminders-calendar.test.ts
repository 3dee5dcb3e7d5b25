import { execFileSync } from 'node:child_process';
import { REMINDER_AFTER_DAYS } from '@praktika/contracts';
import fc from 'fast-check';
import { createTestDatabase, type TestDatabase } from '../support/index.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database?.drop());

/** Russia's zones, and some whose clocks changed at midnight, by half an hour, or by a whole day. */
const ZONES = [
  'Europe/Kaliningrad',
  'Europe/Moscow',
  'Europe/Simferopol',
  'Europe/Volgograd',
  'Europe/Samara',
  'Europe/Saratov',
  'Asia/Yekaterinburg',
  'Asia/Omsk',
  'Asia/Novosibirsk',
  'Asia/Krasnoyarsk',
  'Asia/Irkutsk',
  'Asia/Chita',
  'Asia/Yakutsk',
  'Asia/Vladivostok',
  'Asia/Magadan',
  'Asia/Sakhalin',
  'Asia/Srednekolymsk',
  'Asia/Kamchatka',
  'Asia/Anadyr',
  'America/Sao_Paulo',
  'America/Havana',
  'Asia/Beirut',
  'Australia/Lord_Howe',
  'Pacific/Apia',
];

interface Case {
  readonly instant: string;
  readonly zone: string;
  readonly date: string;
}

const START = Date.UTC(2010, 0, 1);
const END = Date.UTC(2041, 0, 1);
const DAY_MS = 86_400_000;

/** An instant, a zone, and a date at most a day off the one on which the reminder begins. */
const cases = fc
  .record({
    instant: fc.oneof(
      fc.integer({ min: START, max: END }),
      // around midnight somewhere, where mistakes live
      fc
        .tuple(
          fc.integer({ min: START / 1_800_000, max: END / 1_800_000 }),
          fc.integer({ min: -2_000, max: 2_000 }),
        )
        .map(([halfHours, off]) => halfHours * 1_800_000 + off),
    ),
    zone: fc.constantFrom(...ZONES),
    offset: fc.integer({ min: -2, max: 2 }),
  })
  .map(({ instant, zone, offset }): Case => {
    const date = new Date(instant + (REMINDER_AFTER_DAYS + offset) * DAY_MS).toISOString().slice(0, 10);
    return { instant: new Date(instant).toISOString(), zone, date };
  });

/** What the contracts lib says, in a process that runs in the given time zone. */
function byContracts(sample: readonly Case[], serverZone: string): boolean[] {
  const program = `
    import { isReminderDue } from '@praktika/contracts';
    const chunks = [];
    for await (const chunk of process.stdin) chunks.push(chunk);
    const cases = JSON.parse(Buffer.concat(chunks).toString());
    process.stdout.write(JSON.stringify(
      cases.map(({ instant, zone, date }) => isReminderDue(new Date(instant), zone, date))));`;
  const out = execFileSync(process.execPath, ['--input-type=module', '-e', program], {
    input: JSON.stringify(sample),
    env: { PATH: process.env['PATH'], TZ: serverZone },
    cwd: new URL('../..', import.meta.url).pathname,
    maxBuffer: 64 * 1024 * 1024,
  });
  return JSON.parse(out.toString()) as boolean[];
}

/** What the scan's SQL says, in a session with the given time zone. */
async function bySql(sample: readonly Case[], serverZone: string): Promise<boolean[]> {
  await database.owner.query("SELECT set_config('TimeZone', $1, false)", [serverZone]);
  const { rows } = await database.owner.query<{ due: boolean }>(
    `SELECT instant < reminder_due_before(date, $4, zone) AS due
       FROM unnest($1::timestamptz[], $2::text[], $3::date[]) WITH ORDINALITY AS c (instant, zone, date, place)
      ORDER BY place`,
    [
      sample.map(({ instant }) => instant),
      sample.map(({ zone }) => zone),
      sample.map(({ date }) => date),
      REMINDER_AFTER_DAYS,
    ],
  );
  return rows.map(({ due }) => due);
}

describe('the date arithmetic of the scan', () => {
  const sample = fc.sample(cases, { numRuns: 5_000, seed: 20_260_304 });

  it.each(['UTC', 'Europe/Moscow', 'Asia/Kamchatka', 'America/New_York'])(
    'E5.4.1c: says the same as the rule for 5,000 instants of 2010–2040, on a server in %s',
    async (serverZone) => {
      const [sql, rule] = [await bySql(sample, serverZone), byContracts(sample, serverZone)];
      const differences = sample.filter((_, index) => sql[index] !== rule[index]);
      expect(differences).toEqual([]);
      // both answers occur often: the sample stands on the edge
      const due = sql.filter(Boolean).length;
      expect(due).toBeGreaterThan(1_500);
      expect(due).toBeLessThan(3_500);
    },
  );

  it('takes Moscow’s own midnight: sent at 23:30 there, a reminder is due on the 4th date', async () => {
    const instant = '2026-03-01T20:30:00Z';
    const dates = ['2026-03-04', '2026-03-05'];
    const sql = await bySql(
      dates.map((date) => ({ instant, zone: 'Europe/Moscow', date })),
      'UTC',
    );
    expect(sql).toEqual([false, true]);
  });
});

import { ReminderScan } from '../../src/modules/reminders/index.js';
import { settleEvents } from '../matrices/isolation/pair-world.js';
import {
  createTestApp,
  Documents,
  expectStatus,
  FRAMEWORK_ANNEX,
  FRAMEWORK_CONTRACT,
  terminationBy,
  type TestApp,
} from '../support/index.js';

const DAY_MS = 24 * 60 * 60 * 1000;

let test: TestApp;
let documents: Documents;

beforeAll(async () => {
  test = await createTestApp();
  documents = new Documents(test);
});
afterAll(() => test?.close());

/** The organization's dates, counted from today. */
const date = (days: number) =>
  new Date(test.clock.now().getTime() + days * DAY_MS).toISOString().slice(0, 10);

async function remindersOf(id: string): Promise<string[]> {
  const { rows } = await test.database.owner.query<{ date: string }>(
    `SELECT local_date::text AS date FROM notifications
      WHERE document_id = $1 AND organization_id = $2 AND kind = 'SIGNATURE_REMINDER' ORDER BY local_date`,
    [id, test.world.employer.id],
  );
  return rows.map((row) => row.date);
}

describe.each([
  ['E6.5: a framework contract', FRAMEWORK_CONTRACT],
  ['E10.3.1a, E10.3.1b, E10.3.1c, E10.3.1d: an annex', FRAMEWORK_ANNEX],
  ['a termination by the university', terminationBy('university')],
])('%s', (_, blueprint) => {
  it('sent for signing, it rings the employer’s bell, mails the profile’s address and reminds from day 4 until it is withdrawn', async () => {
    const kind = documents.of(blueprint);
    const sent = await kind.inStatus('ON_SIGNING');
    await settleEvents(test);
    const hr = await kind.recipient();
    const { items } = expectStatus(await hr.get('/notifications?limit=100'), 200).body as {
      items: { kind: string; documentId: string; title: string; link: string }[];
    };
    expect(items.filter(({ documentId }) => documentId === sent.id)).toEqual([
      expect.objectContaining({
        kind: 'SIGNING_REQUESTED',
        title: 'Необходимо подписать документ',
        link: `/documents/${sent.id}`,
      }),
    ]);
    const { rows: mails } = await test.database.owner.query(
      `SELECT organization_id AS organization FROM mails WHERE parameters ->> 'documentId' = $1`,
      [sent.id],
    );
    expect(mails).toEqual([{ organization: test.world.employer.id }]);

    const scan = test.app.get(ReminderScan);
    for (let days = 0; days <= 6; days++) await scan.forDate(date(days));
    expect(await remindersOf(sent.id)).toEqual([date(4), date(5), date(6)]);
    await kind.walk(sent, [['author', 'withdraw']]);
    await scan.forDate(date(7));
    expect(await remindersOf(sent.id)).toEqual([date(4), date(5), date(6)]);
  });
});

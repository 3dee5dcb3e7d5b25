import type { Problem } from '@praktika/contracts';
import { seedEducationOrganizations } from '../../src/modules/organizations/seed/index.js';
import { createTestApp, expectStatus, TEST_NOW, type Caller, type TestApp } from '../support/index.js';
import { settleEvents } from '../matrices/isolation/pair-world.js';
import { Mailer } from '../../src/core/mail/index.js';

let test: TestApp;
let manager: Caller;
let ids: string[];

beforeAll(async () => {
  test = await createTestApp();
  manager = await test.as(test.world.employer.people.manager);
  await seedEducationOrganizations(test.database.owner, TEST_NOW);
  const { items } = (await manager.get('/organizations?hasAccount=false&limit=100')).body as {
    items: { id: string }[];
  };
  ids = items.map(({ id }) => id);
});
afterAll(() => test?.close());

const invite = (id: string, body: object = { email: 'rector@guest.test' }, by = manager) =>
  by.post(`/organizations/${id}/invitations`, body);

/** Makes everything sent so far older, as if so many days had passed. */
const ageBy = (days: number) =>
  test.database.owner.query(`UPDATE organization_invitations SET sent_at = sent_at - $1 * interval '1 day'`, [
    days,
  ]);

describe('an invitation into the system', () => {
  it('is a letter to the address named, which says who invites and how to get in touch', async () => {
    const sent = expectStatus(await invite(ids[0]!), 201).body as { email: string; sentAt: string };
    expect(sent).toMatchObject({ email: 'rector@guest.test', sentAt: TEST_NOW.toISOString() });
    await settleEvents(test);
    await test.app.get(Mailer).deliverDue();
    const { rows } = await test.database.owner.query<{ recipient: string; subject: string; text: string }>(
      `SELECT recipient, subject, text_body AS text FROM mails WHERE template = 'invitation'`,
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      recipient: 'rector@guest.test',
      subject: 'ООО «Сосна» приглашает вас в систему «Практика»',
    });
    const { email } = test.world.employer.people.manager;
    for (const words of ['ИНН 7710474375', email, 'Посмотреть систему: http', 'по просьбе']) {
      expect(rows[0]?.text).toContain(words);
    }
    expect(rows[0]?.text).not.toContain('из профиля организации');
  });

  it('is remembered for the organization that sent it alone', async () => {
    const seen = async (by: Caller) =>
      (expectStatus(await by.get(`/organizations/${ids[0]}`), 200).body as { invitedAt: string | null })
        .invitedAt;
    expect(await seen(manager)).toBe(TEST_NOW.toISOString());
    expect(await seen(await test.as(test.world.foreignEmployer.people.head))).toBeNull();
  });

  it('goes once in thirty days for each pair, of twenty presses at once too', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => invite(ids[1]!)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(19);
    expectStatus(
      await invite(ids[1]!, undefined, await test.as(test.world.foreignEmployer.people.head)),
      201,
    );
    await ageBy(29);
    expect((expectStatus(await invite(ids[1]!), 409).body as Problem).code).toBe('duplicate');
    await ageBy(1);
    expectStatus(await invite(ids[1]!), 201);
  });

  it('is not for more than fifty organizations a day', async () => {
    await ageBy(2);
    for (const id of ids.slice(2, 52)) expectStatus(await invite(id), 201);
    const refused = expectStatus(await invite(ids[52]!), 429);
    expect(refused.headers['retry-after']).toBe('3600');
    await ageBy(1);
    expectStatus(await invite(ids[52]!), 201);
  });

  it.each([
    ['an organization that works here', () => test.world.university.id, {}, 409, undefined],
    ['nobody', () => '019a0000-0000-7000-8000-000000000000', {}, 404, undefined],
    ['one without an address when none is named', () => ids[60]!, { email: undefined }, 422, '/email'],
    ['something that is no address', () => ids[60]!, { email: 'ректору' }, 422, '/email'],
    ['an address with a forged header', () => ids[60]!, { email: 'a@b.test\nBcc: c@d.test' }, 422, '/email'],
  ])('is not sent to %s', async (_, id, body, status, pointer) => {
    const refused = expectStatus(await invite(id(), { email: 'a@guest.test', ...body }), status)
      .body as Problem;
    expect(refused.errors?.[0]?.pointer).toBe(pointer);
  });

  it('is not for those who may not send applications, nor for tokens', async () => {
    for (const who of ['observer', 'clerk'] as const) {
      expectStatus(await invite(ids[61]!, undefined, await test.as(test.world.employer.people[who])), 403);
    }
  });
});

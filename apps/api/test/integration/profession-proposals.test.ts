import {
  PROPOSAL_ACTIONS,
  PROPOSAL_TRANSITIONS,
  type Party,
  type Problem,
  type ProposalAction,
  type ProposalStatus,
} from '@praktika/contracts';
import pg from 'pg';
import type { ProposalDto } from '../../src/modules/profession-proposals/index.js';
import { settleEvents } from '../matrices/isolation/pair-world.js';
import {
  createModerator,
  createTestApp,
  expectStatus,
  TEST_NOW,
  type Caller,
  type TestApp,
} from '../support/index.js';

let test: TestApp;
let hr: Caller;
let observer: Caller;
let stranger: Caller;
let moderator: Caller;
let count = 0;

beforeAll(async () => {
  test = await createTestApp();
  const person = await createModerator(test.database.owner, TEST_NOW);
  hr = await test.as(test.world.employer.people.manager);
  observer = await test.as(test.world.employer.people.observer);
  stranger = await test.as(test.world.foreignUniversity.people.manager);
  moderator = await test.as(person);
});
afterAll(() => test?.close());

const OWN = '/profession-proposals';
const QUEUE = '/moderation/profession-proposals';
const REASON = { reason: 'Уточните название' };

const newName = () => `Оператор беспилотных систем ${++count}`;
const complete = () => ({
  name: newName(),
  areaCode: '06',
  specialtyCodes: ['09.01.02'],
  description: 'Летает',
});

const propose = async (body: object = complete(), caller = hr) =>
  expectStatus(await caller.post(OWN, body), 201).body as ProposalDto;

const MODERATORS: readonly ProposalAction[] = ['approve', 'reject'];

/** Presses a button as its party would. */
function press(caller: Caller, { id, version }: ProposalDto, action: ProposalAction, body: object = {}) {
  const versioned = caller.with({ 'if-match': `"v${version}"` });
  if (action === 'update')
    return hr.with({ 'if-match': `"v${version}"` }).patch(`${OWN}/${id}`, { duties: 'Пилотирует' });
  if (action === 'delete') return versioned.send('delete', `${OWN}/${id}`).send();
  const resource = MODERATORS.includes(action) ? QUEUE : OWN;
  return versioned.post(
    `${resource}/${id}/actions/${action}`,
    action === 'reject' ? { ...REASON, ...body } : body,
  );
}

const pressed = async (caller: Caller, proposal: ProposalDto, action: ProposalAction, body?: object) =>
  expectStatus(await press(caller, proposal, action, body), 200).body as ProposalDto;

/** A proposal in a status, led there by the real buttons. */
async function inStatus(status: ProposalStatus): Promise<ProposalDto> {
  const draft = await propose();
  if (status === 'DRAFT') return draft;
  const sent = await pressed(hr, draft, 'submit');
  if (status === 'PENDING_MODERATION') return sent;
  return pressed(moderator, sent, status === 'APPROVED' ? 'approve' : 'reject');
}

const listed = async (caller: Caller, path: string) =>
  expectStatus(await caller.get(path), 200).body as {
    items: ProposalDto[];
    nextCursor: string | null;
    pending?: { value: number };
  };
const errorsOf = (body: unknown) => (body as Problem).errors?.map(({ pointer, code }) => [pointer, code]);
const bellOf = async (caller: Caller) => {
  await settleEvents(test);
  const page = expectStatus(await caller.get('/notifications?limit=100'), 200).body as {
    items: { title: string; text: string; link: string | null }[];
  };
  return page.items;
};

describe('a profession proposal', () => {
  it('E14.3.3, E14.3.6, E14.3.7, E14.3.8, E14.3.11, E14.3.14: is its organization’s own draft until it is sent with its required fields', async () => {
    const draft = await propose({ description: 'Пока без названия' });
    expect(draft).toMatchObject({
      status: 'DRAFT',
      statusLabel: 'Черновик',
      missing: ['/name', '/areaCode'],
    });
    expect(draft.availableActions.map(({ label, enabled }) => [label, enabled])).toEqual([
      ['Отправить предложение', false],
      ['Редактировать', true],
      ['Удалить', true],
    ]);
    expect((await listed(observer, OWN)).items.map(({ id }) => id)).toContain(draft.id);
    for (const [caller, path] of [
      [stranger, OWN],
      [moderator, QUEUE],
    ] as const) {
      expectStatus(await caller.get(`${path}/${draft.id}`), 404);
    }
    const incomplete = expectStatus(await press(hr, draft, 'submit'), 422);
    expect(errorsOf(incomplete.body)).toEqual([
      ['/name', 'required'],
      ['/areaCode', 'required'],
    ]);

    const name = newName();
    const edited = expectStatus(
      await hr.patch(`${OWN}/${draft.id}`, { name, areaCode: '06' }, draft.version),
      200,
    ).body as ProposalDto;
    const sent = await pressed(hr, edited, 'submit');
    expect(sent).toMatchObject({
      status: 'PENDING_MODERATION',
      statusLabel: 'Ожидает модерации',
      missing: [],
    });
    expectStatus(await stranger.get(`${OWN}/${draft.id}`), 404);
    const seen = expectStatus(await moderator.get(`${QUEUE}/${draft.id}`), 200).body as ProposalDto;
    expect(seen).toMatchObject({
      name,
      description: 'Пока без названия',
      author: { id: test.world.employer.id },
    });
    expect(seen.availableActions.map(({ label }) => label)).toEqual(['Одобрить', 'Отклонить']);
    expect(await bellOf(moderator)).toContainEqual(
      expect.objectContaining({
        title: 'Предложена новая профессия',
        text: name,
        link: `/moderation/proposals/${draft.id}`,
      }),
    );
  });

  it('E14.3.15: is recalled while it waits, and leaves the moderator’s queue', async () => {
    const sent = await inStatus('PENDING_MODERATION');
    const before = (await listed(moderator, QUEUE)).pending?.value ?? 0;
    const recalled = await pressed(hr, sent, 'recall');
    expect(recalled.status).toBe('DRAFT');
    expect((await listed(moderator, QUEUE)).pending?.value).toBe(before - 1);
    expectStatus(await moderator.get(`${QUEUE}/${sent.id}`), 404);
    expectStatus(await press(moderator, sent, 'approve'), 404);
    const told = (await bellOf(moderator)).filter(({ text }) => text === sent.name);
    expect(told.map(({ link }) => link)).toEqual([null]);
  });

  it('E14.3.12, E14.3.13, E14.3.16: is deleted as a draft and vanishes', async () => {
    const draft = await inStatus('DRAFT');
    expectStatus(await press(hr, draft, 'delete'), 204);
    expectStatus(await hr.get(`${OWN}/${draft.id}`), 404);
    expect((await listed(hr, `${OWN}?limit=100`)).items.map(({ id }) => id)).not.toContain(draft.id);
  });

  it('is rejected with a reason, corrected by its author, approved, and in the directory; the author is told each time', async () => {
    const sent = await inStatus('PENDING_MODERATION');
    const silent = expectStatus(await press(moderator, sent, 'reject', { reason: ' ' }), 422);
    expect(errorsOf(silent.body)).toEqual([['/reason', 'reason_required']]);
    const rejected = await pressed(moderator, sent, 'reject', REASON);
    expect(rejected).toMatchObject({ status: 'REJECTED', lastReason: { text: REASON.reason } });
    const seen = expectStatus(await hr.get(`${OWN}/${sent.id}`), 200).body as ProposalDto;
    expect(seen.lastReason?.byName).toContain('Модераторова');
    const link = `/marketplace/proposals/${sent.id}`;
    expect(await bellOf(hr)).toContainEqual(
      expect.objectContaining({
        title: 'Предложенная профессия отклонена',
        text: `${sent.name}. Причина: ${REASON.reason}`,
        link,
      }),
    );

    const reopened = await pressed(hr, seen, 'reopen');
    expectStatus(await moderator.get(`${QUEUE}/${sent.id}`), 404);
    const again = await pressed(hr, reopened, 'submit');
    expect(again.lastReason).toBeNull();
    const name = newName();
    const approved = await pressed(moderator, again, 'approve', { name, description: 'Управляет полётом' });
    expect(approved).toMatchObject({ status: 'APPROVED', profession: { name } });
    const profession = expectStatus(await hr.get(`/professions/${approved.profession!.id}`), 200)
      .body as object;
    expect(profession).toMatchObject({
      name,
      areaCode: '06',
      description: 'Управляет полётом',
      archived: false,
    });
    expect(await bellOf(hr)).toContainEqual(
      expect.objectContaining({ title: 'Предложенная профессия одобрена', link }),
    );
    const { history } = expectStatus(await hr.get(`${OWN}/${sent.id}`), 200).body as ProposalDto;
    expect(history.map(({ label }) => label)).toEqual([
      'Одобрить',
      'Отправить предложение',
      'Исправить',
      'Отклонить',
      'Отправить предложение',
      'Создано',
    ]);
  });

  it('is not sent and not approved under a name its area has: 409 names the profession there is', async () => {
    const approved = await inStatus('APPROVED');
    const twin = await propose({ ...complete(), name: approved.name.toUpperCase() });
    const existing = { id: approved.profession!.id, name: approved.name, areaCode: '06' };
    const refused = expectStatus(await press(hr, twin, 'submit'), 409).body as Problem;
    expect(refused).toMatchObject({ code: 'duplicate', existing });

    const other = await inStatus('PENDING_MODERATION');
    const answer = await press(moderator, other, 'approve', { name: approved.name });
    expect(expectStatus(answer, 409).body).toMatchObject({ code: 'duplicate', existing });
    expect((await listed(moderator, `${QUEUE}?limit=100`)).items.map(({ id }) => id)).toContain(other.id);
    // of another area it is another profession
    await pressed(moderator, other, 'approve', { name: approved.name, areaCode: '07' });
  });

  it('is approved once by two moderators at once, and one of two of the same name', async () => {
    const one = await inStatus('PENDING_MODERATION');
    const twice = await Promise.all([press(moderator, one, 'approve'), press(moderator, one, 'reject')]);
    expect(twice.map(({ status }) => status).sort()).toEqual([200, 409]);

    const name = newName();
    const [first, second] = [await inStatus('PENDING_MODERATION'), await inStatus('PENDING_MODERATION')];
    const answers = await Promise.all(
      [first, second].map((proposal) => press(moderator, proposal, 'approve', { name })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({
      code: 'duplicate',
      existing: { name },
    });
  });

  it.each([
    ['a name of 5,000 signs', { name: 'п'.repeat(5_000) }, '/name', 'max_length'],
    ['an area nobody knows', { areaCode: '99' }, '/areaCode', 'in'],
    ['a code that is none', { specialtyCodes: ['09.1.2'] }, '/specialtyCodes', 'matches'],
    ['a code twice', { specialtyCodes: ['09.01.02', '09.01.02'] }, '/specialtyCodes', 'array_unique'],
    ['a member nobody knows', { status: 'APPROVED' }, '/status', 'unknown_field'],
    ['a description past the limit', { description: 'о'.repeat(4_001) }, '/description', 'max_length'],
  ])('is not saved with %s', async (_, body, pointer, code) => {
    const refused = expectStatus(await hr.post(OWN, { ...complete(), ...body }), 422);
    expect(errorsOf(refused.body)).toEqual([[pointer, code]]);
  });

  it('keeps no invisible signs, and a stale edit is refused', async () => {
    const draft = await propose({ ...complete(), name: '\u202EПилот\u200B дрона ' });
    expect(draft.name).toBe('Пилот дрона');
    expectStatus(await hr.patch(`${OWN}/${draft.id}`, { duties: 'Один' }, draft.version), 200);
    expectStatus(await hr.patch(`${OWN}/${draft.id}`, { duties: 'Два' }, draft.version), 412);
    expectStatus(await hr.patch(`${OWN}/${draft.id}`, { duties: 'Три' }), 428);
  });

  it('E14.3.4: is found by status, area and text, page by page', async () => {
    const draft = await propose({ name: 'Кинолог-инструктор', areaCode: '12' });
    const ids = async (query: string) => (await listed(hr, `${OWN}?${query}`)).items.map(({ id }) => id);
    expect(await ids(`q=${encodeURIComponent('КИНОЛОГ')}`)).toEqual([draft.id]);
    expect(await ids('areaCode=12')).toEqual([draft.id]);
    expect(await ids('status=APPROVED')).not.toContain(draft.id);
    const walk = async (cursor = ''): Promise<string[]> => {
      const page = await listed(hr, `${OWN}?limit=5${cursor && `&cursor=${cursor}`}`);
      const own = page.items.map(({ id }) => id);
      return page.nextCursor ? [...own, ...(await walk(page.nextCursor))] : own;
    };
    const all = await ids('limit=100');
    expect(await walk()).toEqual(all);
    // the queue begins with who waits longest
    const waiting = (await listed(moderator, `${QUEUE}?limit=100`)).items.map(
      ({ submittedAt }) => submittedAt,
    );
    expect(waiting).toEqual([...waiting].sort());
  });
});

describe('the state × action × side matrix of a proposal', () => {
  const STATUSES = ['DRAFT', 'PENDING_MODERATION', 'APPROVED', 'REJECTED'] as const;
  const cells = STATUSES.flatMap((status) => PROPOSAL_ACTIONS.map((action) => [status, action] as const));

  it.each(cells)('%s: %s leads where the table says, and nowhere else', async (status, action) => {
    const proposal = await inStatus(status);
    const byModerator = MODERATORS.includes(action);
    const party: Party = byModerator ? 'recipient' : 'author';
    const row = PROPOSAL_TRANSITIONS[action]?.find(({ from, by }) => from.includes(status) && by === party);
    const answer = await press(byModerator ? moderator : hr, proposal, action);
    const { rows } = await test.database.owner.query<{ status: string; version: number }>(
      'SELECT status, version FROM profession_proposals WHERE id = $1',
      [proposal.id],
    );
    if (!row) {
      // a draft does not exist for the moderator
      expectStatus(answer, byModerator && status === 'DRAFT' ? 404 : 409);
      expect(rows).toEqual([{ status, version: proposal.version }]);
      return;
    }
    expectStatus(answer, action === 'delete' ? 204 : 200);
    expect(rows).toEqual([{ status: row.to, version: proposal.version + 1 }]);
  });

  it('asks for the right: who only reads may not press, and a token never moderates', async () => {
    const draft = await inStatus('DRAFT');
    expectStatus(await press(observer, draft, 'submit'), 403);
    const sent = await inStatus('PENDING_MODERATION');
    expectStatus(await press(hr, sent, 'approve'), 403);
    expectStatus(await moderator.get(`${OWN}/${sent.id}`), 403);
    expectStatus(await moderator.post(OWN, complete()), 403);
  });
});

describe('row-level security of proposals', () => {
  let app: pg.Client;

  beforeAll(async () => {
    app = new pg.Client({ connectionString: test.database.appUrl });
    await app.connect();
  });
  afterAll(() => app?.end());

  const asOrganization = async (organizationId: string, sql: string, values: unknown[] = []) => {
    await app.query('BEGIN');
    try {
      await app.query(`SELECT set_config('app.organization', $1, true)`, [organizationId]);
      return await app.query<{ id: string }>(sql, values);
    } finally {
      await app.query('ROLLBACK');
    }
  };

  it('C-21: shows the moderator no draft, and lets nobody but the moderator approve or write the directory', async () => {
    const draft = await inStatus('DRAFT');
    const sent = await inStatus('PENDING_MODERATION');
    const { rows } = await test.database.owner.query<{ id: string }>(
      `SELECT id FROM organizations WHERE side = 'PLATFORM'`,
    );
    const platform = rows[0]!.id;
    const seen = await asOrganization(platform, 'SELECT id, status FROM profession_proposals');
    expect(seen.rows.map(({ id }) => id)).toContain(sent.id);
    expect(seen.rows.map(({ id }) => id)).not.toContain(draft.id);
    const approve = `UPDATE profession_proposals SET status = 'APPROVED',
      profession_id = (SELECT id FROM professions LIMIT 1) WHERE id = $1`;
    await expect(asOrganization(test.world.employer.id, approve, [sent.id])).rejects.toThrow(
      /row-level security/,
    );
    expect((await asOrganization(test.world.foreignEmployer.id, approve, [sent.id])).rowCount).toBe(0);
    expect((await asOrganization(platform, approve, [draft.id])).rowCount).toBe(0);
    expect((await asOrganization(platform, approve, [sent.id])).rowCount).toBe(1);
    for (const table of ['professions', 'specialties', 'professional_areas']) {
      const rename = `UPDATE ${table} SET name = 'x'`;
      expect((await asOrganization(test.world.employer.id, rename)).rowCount).toBe(0);
    }
  });
});

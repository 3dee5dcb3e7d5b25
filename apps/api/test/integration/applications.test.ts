import type { Problem } from '@praktika/contracts';
import type { ApplicationDto } from '../../src/modules/applications/index.js';
import type { DocumentCardDto } from '../../src/modules/documents/index.js';
import { createTestApp, expectStatus, pdf, type Caller, type TestApp } from '../support/index.js';
import { partners, partnership, press, pressed } from '../support/applications.js';
import { settleEvents } from '../matrices/isolation/pair-world.js';

let test: TestApp;
/** Partners of each other. */
let hr: Caller;
let office: Caller;
/** Of another employer: nobody's partner here. */
let otherHr: Caller;

beforeAll(async () => {
  test = await createTestApp();
  hr = await test.as(test.world.employer.people.manager);
  office = await test.as(test.world.university.people.manager);
  otherHr = await test.as(test.world.foreignEmployer.people.manager);
});
afterAll(() => test?.close());

const TERMS = {
  applicationType: 'PRACTICE',
  specialtyCode: '09.03.04',
  specialtyName: 'Программная инженерия',
  level: 'BACHELOR',
  areaCode: '06',
  seats: 12,
  from: '2026-10-01',
  to: '2026-10-28',
  regionCode: '77',
  city: 'Москва',
  address: 'ул. Лесная, 1',
  conditions: ['PAID'],
  requirements: 'Знание SQL',
  contact: { fullName: 'Орлова Ирина Сергеевна', phone: '+74950000000' },
};

const practice = async (caller: Caller, recipientId: string, body: object = {}) =>
  expectStatus(
    await caller.post('/practice-applications', {
      recipientId,
      terms: TERMS,
      expectsDraftContract: true,
      ...body,
    }),
    201,
  ).body as ApplicationDto;

const seen = (caller: Caller, id: string) => caller.get(`/applications/${id}`);
const list = async (caller: Caller, query = '') =>
  (expectStatus(await caller.get(`/applications${query}`), 200).body as { items: ApplicationDto[] }).items;
const errorsOf = (body: unknown) => (body as Problem).errors?.map(({ pointer, code }) => [pointer, code]);

describe('an application for partnership', () => {
  it('E2.7a, E2.7b, E2.8a, E2.8b, E3.p1: is a draft of its author alone until it is sent, then the other side sees it', async () => {
    const draft = await partnership(otherHr, test.world.university.id, {
      terms: { message: 'Давайте дружить' },
    });
    expect(draft).toMatchObject({ status: 'DRAFT', number: null, direction: 'OUTGOING' });
    expectStatus(await seen(office, draft.id), 404);
    const incomplete = expectStatus(await press(otherHr, draft, 'send'), 422);
    expect(errorsOf(incomplete.body)).toEqual([['/expectsDraftContract', 'file_or_draft']]);

    const edited = expectStatus(
      await otherHr.patch(
        `/partnership-applications/${draft.id}`,
        { expectsDraftContract: true },
        draft.version,
      ),
      200,
    ).body as ApplicationDto;
    const sent = await pressed(otherHr, edited, 'send');
    expect(sent).toMatchObject({ status: 'SENT', number: 1, statusLabel: 'На рассмотрении' });
    const incoming = (await list(office, '?direction=INCOMING')).find(({ id }) => id === draft.id);
    expect(incoming).toMatchObject({
      title: 'Заявка на партнерство № 1',
      direction: 'INCOMING',
      partner: { id: test.world.foreignEmployer.id },
    });
    expect(incoming?.availableActions.map(({ label }) => label)).toEqual(['Принять', 'Отклонить']);
    await pressed(otherHr, sent, 'withdraw');

    // with a file instead of the wish for a draft
    const file = expectStatus(await otherHr.upload(pdf('проект'), 'Проект.pdf'), 201).body as { id: string };
    const own = { expectsDraftContract: false, fileId: file.id };
    const attached = await pressed(
      otherHr,
      await partnership(otherHr, test.world.university.id, own),
      'send',
    );
    expect(attached).toMatchObject({ status: 'SENT', file: { name: 'Проект.pdf' } });
    await pressed(otherHr, attached, 'withdraw');

    // and the other way round: the employer finds what an educational organization has sent
    const theirs = await pressed(office, await partnership(office, test.world.foreignEmployer.id), 'send');
    expect((await list(otherHr, '?direction=INCOMING&kind=PARTNERSHIP')).map(({ id }) => id)).toContain(
      theirs.id,
    );
    await pressed(office, theirs, 'withdraw');
  });

  it('E3.5b, E3.6, E3.6r, E3.p2: rejected it changes nothing, accepted it makes partners', async () => {
    const first = await pressed(otherHr, await partnership(otherHr, test.world.university.id), 'send');
    const silent = expectStatus(await press(office, first, 'reject', { reason: '' }), 422);
    expect(errorsOf(silent.body)).toEqual([['/reason', 'reason_required']]);
    const rejected = await pressed(office, first, 'reject', { reason: 'Сейчас нет студентов' });
    expect(rejected).toMatchObject({
      status: 'REJECTED',
      lastReason: { text: 'Сейчас нет студентов', byName: expect.any(String) as string },
    });
    expect(await partners(otherHr)).not.toContain(test.world.university.id);

    const second = await pressed(otherHr, await partnership(otherHr, test.world.university.id), 'send');
    const accepted = await pressed(office, second, 'accept', {
      responsible: { personId: test.world.university.people.manager.id },
    });
    expect(accepted).toMatchObject({
      status: 'ACCEPTED',
      responsible: { fullName: expect.stringContaining('Анна') as string },
    });
    expect(await partners(otherHr)).toContain(test.world.university.id);
    expect(await partners(office)).toContain(test.world.foreignEmployer.id);
    const card = expectStatus(await otherHr.get(`/partners/${test.world.university.id}`), 200).body as object;
    expect(card).toMatchObject({
      documents: {},
      applications: { value: 5, relation: 'eq' },
      concluded: { value: 0, relation: 'eq' },
      practices: [],
      people: [{ ofPartner: true, fullName: expect.stringContaining('Анна') as string }],
    });
    await settleEvents(test);
    const bell = expectStatus(await otherHr.get('/notifications?limit=100'), 200).body as {
      items: { title: string; link: string }[];
    };
    expect(bell.items).toContainEqual(
      expect.objectContaining({ title: 'Заявка принята', link: `/applications/${second.id}` }),
    );
  });

  it('goes once between two organizations, and not between partners', async () => {
    const toPartner = await hr.post('/partnership-applications', { recipientId: test.world.university.id });
    expect(errorsOf(expectStatus(toPartner, 422).body)).toEqual([['/recipientId', 'already_partners']]);

    const college = await test.as(test.world.foreignUniversity.people.manager);
    const [mine, theirs] = await Promise.all([
      partnership(hr, test.world.foreignUniversity.id),
      partnership(college, test.world.employer.id),
    ]);
    const answers = await Promise.all([press(hr, mine, 'send'), press(college, theirs, 'send')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 422]);
    const refused = answers.find(({ status }) => status === 422);
    expect(errorsOf(refused?.body)?.[0]?.[1]).toBe('application_open');
  });

  it('is counted on every page while it waits for the decision', async () => {
    const waiting = async () =>
      ((await office.get('/me')).body as { counters: { waitingApplications: number } }).counters
        .waitingApplications;
    const before = await waiting();
    const sent = await pressed(hr, await practice(hr, test.world.university.id), 'send');
    expect(await waiting()).toBe(before + 1);
    await pressed(office, sent, 'reject', { reason: 'Нет студентов' });
    expect(await waiting()).toBe(before);
  });

  it('loses signs that nobody sees, and is not saved with what is not its own', async () => {
    const { id: recipientId } = test.world.foreignUniversity;
    const terms = { profession: 'Про\u202Eграм\u200Bмист', message: '\uFEFFДобрый день' };
    const draft = await partnership(hr, recipientId, { terms });
    expect(draft.terms).toMatchObject({ profession: 'Программист', message: 'Добрый день' });
    for (const [terms, pointer] of [
      [{ message: 'п'.repeat(5000) }, '/terms/message'],
      [{ seats: 3 }, '/terms/seats'],
      [{ contact: { fullName: 'х', email: 'никому' } }, '/terms/contact/email'],
    ] as const) {
      const refused = await hr.post('/partnership-applications', { recipientId, terms });
      expect(errorsOf(expectStatus(refused, 422).body)?.map(([at]) => at)).toEqual([pointer]);
    }
  });

  it.each([
    ['oneself', () => test.world.employer.id, 'self'],
    ['an organization of the same side', () => test.world.foreignEmployer.id, 'same_side'],
    ['nobody', () => '019a0000-0000-7000-8000-000000000000', 'not_found'],
  ])('is not addressed to %s', async (_, id, code) => {
    const response = await hr.post('/partnership-applications', { recipientId: id() });
    expect(errorsOf(expectStatus(response, 422).body)).toEqual([['/recipientId', code]]);
  });
});

describe('an application for practice', () => {
  it('E4.4, E4.5b, E4.7: carries a file to the partner, who accepts it and drafts the contract, pre-filled, once', async () => {
    const uploaded = expectStatus(await hr.upload(pdf('проект договора'), 'Проект.pdf'), 201);
    const { id: fileId } = uploaded.body as { id: string };
    const draft = await practice(hr, test.world.university.id, { expectsDraftContract: false, fileId });
    expectStatus(await office.get(`/files/${fileId}/content`), 404);
    const sent = await pressed(hr, draft, 'send');
    expectStatus(await office.get(`/files/${fileId}/content`), 200);
    expectStatus(await otherHr.get(`/files/${fileId}/content`), 404);

    expectStatus(await press(office, sent, 'draft-contract'), 409);
    const accepted = await pressed(office, sent, 'accept');
    expect(accepted.contractProposal).toMatchObject({ kind: 'PERIOD_CONTRACT' });
    expect((await seen(hr, sent.id)).body).toMatchObject({ contractProposal: null });

    const drafted = await pressed(office, accepted, 'draft-contract');
    expect(drafted.contracts).toEqual([
      expect.objectContaining({ kind: 'PERIOD_CONTRACT', status: 'DRAFT', statusLabel: 'Проект' }),
    ]);
    const card = expectStatus(await office.get(`/documents/${drafted.contracts[0]!.id}`), 200)
      .body as DocumentCardDto;
    expect(card).toMatchObject({
      application: { id: sent.id, title: `Заявка на практику № ${sent.number}` },
      terms: {
        validFrom: '2026-10-01',
        validTo: '2026-10-28',
        programmes: [expect.objectContaining({ specialtyCode: '09.03.04', seats: 12 }) as object],
        premises: [{ name: 'Место практики', address: 'Москва, ул. Лесная, 1' }],
        employerSupervisor: { fullName: 'Орлова Ирина Сергеевна', phone: '+74950000000' },
        employerConditions: 'Оплачивается.\nЗнание SQL',
      },
    });
    // a draft is its author's alone, and one is enough
    expect(((await seen(hr, sent.id)).body as ApplicationDto).contracts).toEqual([]);
    const again = await press(office, drafted, 'draft-contract');
    expect(again.status).toBe(422);
  });

  it('E4.3: goes to partners alone', async () => {
    const college = test.world.foreignUniversity.id;
    const refused = await hr.post('/practice-applications', { recipientId: college, terms: TERMS });
    expect(errorsOf(expectStatus(refused, 422).body)).toEqual([['/recipientId', 'not_a_partner']]);
  });

  it.each([
    ['the end before the start', { terms: { ...TERMS, to: '2026-09-01' } }, '/terms/to', 'end_before_start'],
    ['no seats', { terms: { ...TERMS, seats: 0 } }, '/terms/seats', 'min'],
    ['100,000 seats', { terms: { ...TERMS, seats: 100_000 } }, '/terms/seats', 'max'],
    ['seats by half', { terms: { ...TERMS, seats: 2.5 } }, '/terms/seats', 'int'],
    [
      'a day that does not exist',
      { terms: { ...TERMS, from: '2026-02-30' } },
      '/terms/from',
      'calendar_date',
    ],
    ['an unknown area', { terms: { ...TERMS, areaCode: '99' } }, '/terms/areaCode', 'in'],
    [
      'a name of 5,000 signs',
      { terms: { ...TERMS, profession: 'п'.repeat(5000) } },
      '/terms/profession',
      'max_length',
    ],
    [
      'a file nobody has',
      { expectsDraftContract: false, fileId: '019a0000-0000-7000-8000-000000000000' },
      '/fileId',
      'not_found',
    ],
  ])('is not saved with %s', async (_, body, pointer, code) => {
    const before = (await list(hr)).length;
    const refused = await hr.post('/practice-applications', {
      recipientId: test.world.university.id,
      terms: TERMS,
      ...body,
    });
    expect(errorsOf(expectStatus(refused, 422).body)).toEqual([[pointer, code]]);
    expect(await list(hr)).toHaveLength(before);
  });

  it('E4.5a, E4.5b: has either the wish for a draft contract or a file, not both and not neither', async () => {
    const uploaded = expectStatus(await hr.upload(pdf('файл'), 'Файл.pdf'), 201).body as { id: string };
    const both = await hr.post('/practice-applications', {
      recipientId: test.world.university.id,
      terms: TERMS,
      expectsDraftContract: true,
      fileId: uploaded.id,
    });
    expect(errorsOf(expectStatus(both, 422).body)).toEqual([['/expectsDraftContract', 'file_or_draft']]);
    const neither = await practice(hr, test.world.university.id, { expectsDraftContract: false });
    const refused = expectStatus(await press(hr, neither, 'send'), 422);
    expect(errorsOf(refused.body)).toEqual([['/expectsDraftContract', 'file_or_draft']]);
  });

  it('says who was faster: a withdrawn one cannot be accepted, a stale one not edited', async () => {
    const draft = await practice(hr, test.world.university.id);
    const sent = await pressed(hr, draft, 'send');
    await pressed(hr, sent, 'withdraw');
    const late = expectStatus(await press(office, sent, 'accept'), 409).body as Problem & {
      current: { status: string; by: string };
    };
    expect(late).toMatchObject({ code: 'invalid_state', current: { status: 'WITHDRAWN' } });
    expect(late.detail).toContain('Отозвана');

    const other = await practice(hr, test.world.university.id);
    const path = `/practice-applications/${other.id}`;
    expectStatus(await hr.patch(path, { terms: { ...TERMS, seats: 2 } }, other.version), 200);
    expectStatus(await hr.patch(path, { terms: { ...TERMS, seats: 3 } }, other.version), 412);
  });

  it('is shown in pages by the newest change, narrowed by direction, kind, status, partner and text', async () => {
    const outgoing = await list(hr, '?direction=OUTGOING&kind=PRACTICE&status=DRAFT');
    expect(outgoing.length).toBeGreaterThan(0);
    expect(outgoing.every(({ kind, status }) => kind === 'PRACTICE' && status === 'DRAFT')).toBe(true);
    const ids = async (path: string): Promise<string[]> => {
      const page = expectStatus(await hr.get(path), 200).body as {
        items: { id: string }[];
        nextCursor: string | null;
      };
      const own = page.items.map(({ id }) => id);
      return page.nextCursor
        ? [...own, ...(await ids(`/applications?limit=2&cursor=${encodeURIComponent(page.nextCursor)}`))]
        : own;
    };
    expect(await ids('/applications?limit=2')).toEqual((await list(hr, '?limit=100')).map(({ id }) => id));
    expect((await list(hr, `?q=${encodeURIComponent('«ПРИОЗЕРНЫЙ')}`)).length).toBeGreaterThan(0);
    expect(await list(hr, '?q=нетакого')).toEqual([]);
    expect((await list(hr, `?partnerId=${test.world.university.id}&limit=100`)).length).toBeGreaterThan(0);
  });
});

import type { Problem } from '@praktika/contracts';
import type { ApplicationDto } from '../../src/modules/applications/index.js';
import type { ListingResponseDto } from '../../src/modules/listing-responses/index.js';
import type { ListingDto } from '../../src/modules/listings/index.js';
import { createTestApp, expectStatus, type Caller, type TestApp } from '../support/index.js';
import {
  listing,
  PLACES,
  pressListing,
  pressResponse,
  published,
  RESPONSE,
  responded,
} from '../support/listings.js';
import { settleEvents } from '../matrices/isolation/pair-world.js';

let test: TestApp;
/** Nobody of them is the university's partner but the first. */
let hr: Caller;
let otherHr: Caller;
let office: Caller;

beforeAll(async () => {
  test = await createTestApp();
  hr = await test.as(test.world.employer.people.manager);
  otherHr = await test.as(test.world.foreignEmployer.people.manager);
  office = await test.as(test.world.university.people.manager);
});
afterAll(() => test?.close());

const errorsOf = (body: unknown) => (body as Problem).errors?.map(({ pointer, code }) => [pointer, code]);
const respond = (caller: Caller, { id }: ListingDto, body: object = RESPONSE) =>
  caller.post(`/listings/${id}/responses`, body);
const pressed = async (caller: Caller, response: ListingResponseDto, action: string, body?: object) =>
  expectStatus(await pressResponse(caller, response, action, body), 200).body as ListingResponseDto;
const list = async (caller: Caller, query = '') =>
  (expectStatus(await caller.get(`/listing-responses?${query}`), 200).body as { items: ListingResponseDto[] })
    .items;
const partnersOf = async (caller: Caller) =>
  (expectStatus(await caller.get('/partners'), 200).body as { items: { id: string }[] }).items.map(
    ({ id }) => id,
  );
const bell = async (caller: Caller) => {
  await settleEvents(test);
  return (expectStatus(await caller.get('/notifications'), 200).body as { items: object[] }).items;
};

describe('a response', () => {
  it('E14.1.11, E14.1.12a, E14.1.12c: reaches the organization of the listing, with the listing as it stood', async () => {
    const need = await published(office, PLACES);
    const sent = await responded(otherHr, need);
    expect(sent).toMatchObject({
      status: 'SENT',
      statusLabel: 'Отправлен',
      direction: 'OUTGOING',
      title: 'Отклик на заявку «Программист»',
      listing: { id: need.id, number: need.number, terms: { seats: 12 } },
      terms: RESPONSE,
    });
    expect(sent.availableActions.map(({ action }) => action)).toEqual(['withdraw']);
    const [incoming] = await list(office, `direction=INCOMING&listingId=${need.id}`);
    expect(incoming).toMatchObject({
      id: sent.id,
      direction: 'INCOMING',
      partner: { name: 'АО «Чужой завод»' },
    });
    expect(incoming!.availableActions.map(({ action }) => action)).toEqual(['accept', 'reject']);
    expect(await list(office, 'direction=OUTGOING')).toEqual([]);
    expect(await bell(office)).toContainEqual(
      expect.objectContaining({
        kind: 'RESPONSE_RECEIVED',
        listingResponseId: sent.id,
        link: `/marketplace/responses/${sent.id}`,
      }),
    );
    const card = (await otherHr.get(`/listings/${need.id}`)).body as ListingDto;
    expect(card.ownResponse).toMatchObject({ id: sent.id, status: 'SENT' });
    expect(card.availableActions).toEqual([
      expect.objectContaining({ action: 'respond', enabled: false, reason: 'already_responded' }),
    ]);
  });

  it('is read by its two organizations alone', async () => {
    const sent = await responded(otherHr, await published(office));
    expectStatus(await hr.get(`/listing-responses/${sent.id}`), 404);
    expectStatus(await pressResponse(hr, sent, 'accept'), 404);
    expect((await list(hr)).some(({ id }) => id === sent.id)).toBe(false);
    const observer = await test.as(test.world.university.people.observer);
    expectStatus(await observer.get(`/listing-responses/${sent.id}`), 200);
    expectStatus(await pressResponse(observer, sent, 'accept'), 403);
  });

  it('makes two that have never met partners, and an accepted application a contract is drafted from', async () => {
    const need = await published(office, {
      ...PLACES,
      specialtyCode: '09.03.04',
      specialtyName: 'Инженерия',
    });
    const sent = await responded(otherHr, need);
    expect(await partnersOf(otherHr)).not.toContain(test.world.university.id);
    const responsible = { personId: test.world.university.people.manager.id };
    const accepted = await pressed(office, sent, 'accept', { responsible });
    expect(accepted).toMatchObject({ status: 'ACCEPTED', responsible: { position: 'Должность manager' } });
    expect(await partnersOf(otherHr)).toContain(test.world.university.id);
    expect(await partnersOf(office)).toContain(test.world.foreignEmployer.id);

    const application = expectStatus(await office.get(`/applications/${accepted.application!.id}`), 200)
      .body as ApplicationDto;
    expect(application).toMatchObject({
      kind: 'PRACTICE',
      status: 'ACCEPTED',
      direction: 'INCOMING',
      expectsDraftContract: true,
      title: accepted.application!.title,
      response: { id: sent.id, listingId: need.id, title: sent.title },
      responsible: { position: 'Должность manager' },
      terms: { seats: RESPONSE.seats, from: RESPONSE.from, regionCode: '77', contact: RESPONSE.contact },
    });
    const drafted = await office
      .with({ 'if-match': `"v${application.version}"` })
      .post(`/applications/${application.id}/actions/draft-contract`);
    expect((expectStatus(drafted, 200).body as ApplicationDto).contracts).toMatchObject([
      { kind: 'PERIOD_CONTRACT', status: 'DRAFT' },
    ]);
    const theirs = await otherHr.get(`/applications/${application.id}`);
    expect(expectStatus(theirs, 200).body).toMatchObject({
      direction: 'OUTGOING',
      response: { id: sent.id },
    });
    const card = (await otherHr.get(`/listing-responses/${sent.id}`)).body as ListingResponseDto;
    expect(card.application).toEqual(accepted.application);
    const kinds = (await bell(otherHr)).map((entry) => (entry as { kind: string }).kind);
    expect(kinds.filter((kind) => kind === 'RESPONSE_ACCEPTED')).toHaveLength(1);
    expect(kinds).not.toContain('APPLICATION_ACCEPTED');
  });

  it('C-18: to an employer’s place is decided by the employer; partners stay what they are', async () => {
    const place = await published(hr);
    const accepted = await pressed(hr, await responded(office, place), 'accept');
    const application = (await hr.get(`/applications/${accepted.application!.id}`)).body as ApplicationDto;
    expect(application).toMatchObject({
      direction: 'INCOMING',
      author: { name: expect.any(String) as string },
    });
    expect((await partnersOf(hr)).filter((id) => id === test.world.university.id)).toHaveLength(1);
  });

  it('C-18: is rejected with a reason, which its author reads', async () => {
    const sent = await responded(hr, await published(office));
    const bare = expectStatus(await pressResponse(office, sent, 'reject', { reason: ' ' }), 422);
    expect(errorsOf(bare.body)).toEqual([['/reason', 'reason_required']]);
    await pressed(office, sent, 'reject', { reason: 'Мест уже хватает' });
    const card = (await hr.get(`/listing-responses/${sent.id}`)).body as ListingResponseDto;
    expect(card).toMatchObject({
      status: 'REJECTED',
      lastReason: { text: 'Мест уже хватает' },
      application: null,
    });
    expect(await bell(hr)).toContainEqual(expect.objectContaining({ kind: 'RESPONSE_REJECTED' }));
    const { items } = (await hr.get(`/listing-responses/${sent.id}/history`)).body as {
      items: { label: string; reason: string | null }[];
    };
    expect(items.map(({ label, reason }) => [label, reason])).toEqual([
      ['Отклонить', 'Мест уже хватает'],
      ['Отправлен', null],
    ]);
  });

  it('may follow one that was withdrawn, and the listing’s organization hears of the withdrawal', async () => {
    const need = await published(office);
    const withdrawn = await pressed(hr, await responded(hr, need), 'withdraw');
    expect(withdrawn).toMatchObject({ status: 'WITHDRAWN', availableActions: [] });
    const about = { listingResponseId: withdrawn.id };
    expect(await bell(office)).toContainEqual(
      expect.objectContaining({ kind: 'RESPONSE_WITHDRAWN', ...about }),
    );
    expectStatus(await pressResponse(office, withdrawn, 'accept'), 409);
    await responded(hr, need);
  });
});

describe('a response that cannot be', () => {
  let need: ListingDto;
  beforeAll(async () => {
    need = await published(office, { ...PLACES, seats: 10 });
  });

  it.each([
    ['more seats than the listing has', { seats: 11 }, '/seats', 'more_than_listed'],
    ['no seats', { seats: 0 }, '/seats', 'min'],
    ['100,000 seats', { seats: 100_000 }, '/seats', 'max'],
    ['an end before the start', { from: '2026-10-10', to: '2026-10-09' }, '/to', 'end_before_start'],
    [
      'a period after the listing’s',
      { from: '2026-11-10', to: '2026-11-20' },
      '/from',
      'outside_listing_period',
    ],
    [
      'a period before the listing’s',
      { from: '2026-09-10', to: '2026-09-20' },
      '/to',
      'outside_listing_period',
    ],
    ['no type', { applicationType: undefined }, '/applicationType', 'in'],
    ['no contact', { contact: undefined }, '/contact', 'defined'],
    ['a contact without a name', { contact: { fullName: '\u200B ' } }, '/contact/fullName', 'not_empty'],
    ['a name of 5,000 signs', { contact: { fullName: 'я'.repeat(5000) } }, '/contact/fullName', 'max_length'],
    ['an unknown member', { price: 1 }, '/price', 'unknown_field'],
  ])(
    'E14.1.12b: %s: the field and the reason are told, and nothing is kept',
    async (_, change, pointer, code) => {
      const refused = expectStatus(await respond(hr, need, { ...RESPONSE, ...change }), 422);
      expect(errorsOf(refused.body)).toEqual([[pointer, code]]);
      expect(await list(hr, `listingId=${need.id}`)).toEqual([]);
    },
  );

  it('is one to one’s own listing, or to one’s own side', async () => {
    const own = expectStatus(await respond(office, need), 422);
    expect(errorsOf(own.body)).toEqual([['', 'own_listing']]);
    const college = await test.as(test.world.foreignUniversity.people.manager);
    expectStatus(await respond(college, need), 404);
  });

  it('is one to a listing taken down: told so; to a draft: it is not there', async () => {
    const shown = await published(office);
    expectStatus(await pressListing(office, shown, 'unpublish'), 200);
    const refused = expectStatus(await respond(hr, shown), 409);
    expect(refused.body).toMatchObject({ code: 'invalid_state', current: { status: 'UNPUBLISHED' } });
    expectStatus(await respond(hr, await listing(office)), 404);
    expect(await list(hr, `listingId=${shown.id}`)).toEqual([]);
  });

  it('is a second one while the first waits, in the same moment too', async () => {
    const shown = await published(office);
    const answers = await Promise.all([respond(hr, shown), respond(hr, shown)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 422]);
    const refused = expectStatus(await respond(hr, shown), 422);
    expect(errorsOf(refused.body)).toEqual([['', 'already_responded']]);
    expect(await list(hr, `listingId=${shown.id}`)).toHaveLength(1);
  });
});

describe('presses in the same moment', () => {
  it('accept and withdraw: one wins, the other is told who was faster; a partnership comes with acceptance alone', async () => {
    for (let round = 0; round < 4; round += 1) {
      const sent = await responded(hr, await published(office));
      const answers = await Promise.all([
        pressResponse(office, sent, 'accept'),
        pressResponse(hr, sent, 'withdraw'),
      ]);
      const statuses = answers.map(({ status }) => status);
      expect([...statuses].sort()).toEqual([200, 409]);
      const card = (await hr.get(`/listing-responses/${sent.id}`)).body as ListingResponseDto;
      expect(card.status).toBe(statuses[0] === 200 ? 'ACCEPTED' : 'WITHDRAWN');
      expect(card.application === null).toBe(statuses[0] !== 200);
      const loser = answers.find(({ status }) => status === 409);
      expect(loser!.body).toMatchObject({
        current: { status: card.status, by: expect.any(String) as string },
      });
    }
  });

  it('accept and unpublish: whatever came first stands, and nothing is accepted of what is taken down', async () => {
    for (let round = 0; round < 4; round += 1) {
      const need = await published(office);
      const sent = await responded(hr, need);
      const [accept, unpublish] = await Promise.all([
        pressResponse(office, sent, 'accept'),
        pressListing(office, need, 'unpublish'),
      ]);
      expect(unpublish.status).toBe(200);
      const card = (await office.get(`/listing-responses/${sent.id}`)).body as ListingResponseDto;
      expect([accept.status, card.status]).toEqual(accept.status === 200 ? [200, 'ACCEPTED'] : [422, 'SENT']);
    }
  });

  it('respond and unpublish: no response reaches what is taken down', async () => {
    for (let round = 0; round < 4; round += 1) {
      const need = await published(office);
      const [response, unpublish] = await Promise.all([
        respond(hr, need),
        pressListing(office, need, 'unpublish'),
      ]);
      expect(unpublish.status).toBe(200);
      expect([201, 409]).toContain(response.status);
      expect(await list(hr, `listingId=${need.id}`)).toHaveLength(response.status === 201 ? 1 : 0);
    }
  });
});

describe('a listing with responses', () => {
  it('taken down it keeps them: they can be rejected or withdrawn, not accepted, and it is not deleted meanwhile', async () => {
    const need = await published(office);
    const sent = await responded(hr, need);
    const hidden = expectStatus(await pressListing(office, need, 'unpublish'), 200).body as ListingDto;
    expect(hidden.openResponses).toBe(1);
    const refused = expectStatus(await pressResponse(office, sent, 'accept'), 422);
    expect(errorsOf(refused.body)).toEqual([['', 'listing_unpublished']]);
    const gone = office.with({ 'if-match': `"v${hidden.version}"` });
    expect(errorsOf(expectStatus(await gone.send('delete', `/listings/${need.id}`), 422).body)).toEqual([
      ['', 'responses_open'],
    ]);
    const card = (await hr.get(`/listing-responses/${sent.id}`)).body as ListingResponseDto;
    expect(card).toMatchObject({ listingVisible: false, listing: { title: 'Программист' } });
    await pressed(office, sent, 'reject', { reason: 'Заявка больше не нужна' });
    expectStatus(await gone.send('delete', `/listings/${need.id}`), 204);
    expectStatus(await hr.get(`/listing-responses/${sent.id}`), 200);
  });
});

import type { Problem } from '@praktika/contracts';
import type { PartnerCardDto } from '../../src/modules/partners/partners.dto.js';
import { createTestApp, expectStatus, type Caller, type TestApp } from '../support/index.js';
import { partners, partnership, pressed } from '../support/applications.js';
import { settleEvents } from '../matrices/isolation/pair-world.js';

let test: TestApp;
let office: Caller;
/** Of an employer that is nobody's partner yet. */
let otherHr: Caller;

beforeAll(async () => {
  test = await createTestApp();
  office = await test.as(test.world.university.people.manager);
  otherHr = await test.as(test.world.foreignEmployer.people.manager);
});
afterAll(() => test?.close());

describe('a partnership', () => {
  it('is ended by either side with a reason, told to the other, and can begin again', async () => {
    const path = `/partners/${test.world.university.id}`;
    const first = await pressed(otherHr, await partnership(otherHr, test.world.university.id), 'send');
    await pressed(office, first, 'accept');
    const card = expectStatus(await otherHr.get(path), 200).body as { version: number; mayEnd: boolean };
    expect(card.mayEnd).toBe(true);
    const end = (caller: Caller, version: number, reason: string) =>
      caller.with({ 'if-match': `"v${version}"` }).post(`${path}/actions/end`, { reason });
    const wordless = expectStatus(await end(otherHr, card.version, ' '), 422).body as Problem;
    expect(wordless.errors?.[0]?.pointer).toBe('/reason');
    const ended = expectStatus(await end(otherHr, card.version, 'Практик не будет'), 200).body as object;
    expect(ended).toMatchObject({ status: 'ENDED', statusLabel: 'Прекращено', mayEnd: false });
    expectStatus(await end(otherHr, card.version, 'Ещё раз'), 409);
    expect(await partners(otherHr)).not.toContain(test.world.university.id);
    await settleEvents(test);
    const bell = expectStatus(await office.get('/notifications?limit=100'), 200).body as {
      items: { title: string; text: string }[];
    };
    const told = bell.items.filter(({ title }) => title === 'Партнёрство прекращено');
    expect(told.map(({ text }) => text)).toEqual([expect.stringContaining('Практик не будет')]);

    const again = await pressed(otherHr, await partnership(otherHr, test.world.university.id), 'send');
    await pressed(office, again, 'accept');
    expect(await partners(otherHr)).toContain(test.world.university.id);
    const historyOf = async (caller: Caller, place: string) =>
      (expectStatus(await caller.get(place), 200).body as PartnerCardDto).history;
    const history = await historyOf(otherHr, path);
    expect(history).toContainEqual(
      expect.objectContaining({
        label: expect.stringMatching(/^Заявка на партнерство № \d+: принята$/) as string,
        objectType: 'application',
        objectId: again.id,
      }),
    );
    const partnerships = history.filter(({ objectType }) => objectType === 'partnership');
    expect(partnerships.map(({ label, reason }) => [label, reason]).sort()).toEqual([
      ['Партнёрство начато', null],
      ['Партнёрство начато', null],
      ['Партнёрство прекращено', 'Практик не будет'],
    ]);
    expect(await historyOf(office, `/partners/${test.world.foreignEmployer.id}`)).toEqual(history);
  });
});

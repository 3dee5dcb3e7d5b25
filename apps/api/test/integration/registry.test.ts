import type { DocumentCardDto } from '../../src/modules/documents/index.js';
import {
  createPartnership,
  createTestApp,
  Documents,
  expectStatus,
  type Caller,
  type TestApp,
} from '../support/index.js';

let test: TestApp;
let documents: Documents;
let hr: Caller;
let office: Caller;
let approval: DocumentCardDto;

interface Row {
  id: string;
  title: string;
  status: string;
  availableActions: { action: string }[];
}

beforeAll(async () => {
  test = await createTestApp();
  documents = new Documents(test);
  hr = await documents.recipient();
  office = await documents.author();
  approval = await documents.inStatus('ON_APPROVAL');
  await documents.inStatus('ON_SIGNING');
  await documents.inStatus('ON_CONFIRMATION');
  await documents.inStatus('CONCLUDED');
  await documents.draft();
});
afterAll(() => test?.close());

const list = async (caller: Caller, query: string) =>
  expectStatus(await caller.get(`/documents?${query}`), 200).body as {
    items: Row[];
    nextCursor: string | null;
    total?: { value: number; relation: string };
    facets?: { status: Record<string, { value: number }> };
  };
const statuses = async (caller: Caller, query: string) =>
  (await list(caller, query)).items.map((row) => row.status).sort();

describe('filters of the registry', () => {
  it('E5.2a: «Входящие документы» leaves what the other side sent', async () => {
    expect(await statuses(hr, 'direction=INCOMING')).toEqual([
      'CONCLUDED',
      'ON_APPROVAL',
      'ON_CONFIRMATION',
      'ON_SIGNING',
    ]);
    expect(await statuses(hr, 'direction=OUTGOING')).toEqual([]);
    expect(await statuses(office, 'direction=OUTGOING')).toHaveLength(5);
  });

  it('E5.2b: the type of document narrows the list', async () => {
    expect(await statuses(hr, 'kind=PERIOD_CONTRACT')).toHaveLength(4);
    expect(await statuses(hr, 'kind=FRAMEWORK_CONTRACT,FRAMEWORK_ANNEX')).toEqual([]);
  });

  it.each([
    ['E5.2c', 'ON_APPROVAL'],
    ['E5.4.2', 'ON_SIGNING'],
    ['E5.5.2', 'ON_CONFIRMATION'],
  ])('%s: the status filter %s combines with direction and type by AND', async (_, status) => {
    expect(await statuses(hr, `direction=INCOMING&kind=PERIOD_CONTRACT&status=${status}`)).toEqual([status]);
  });

  it('several statuses are OR, repeated or separated by commas', async () => {
    const expected = ['ON_APPROVAL', 'ON_SIGNING'];
    expect(await statuses(hr, 'status=ON_APPROVAL&status=ON_SIGNING')).toEqual(expected);
    expect(await statuses(hr, 'status=ON_APPROVAL,ON_SIGNING')).toEqual(expected);
  });

  it('«Ждут вас» holds exactly what awaits this side', async () => {
    expect(await statuses(hr, 'waitingForMe=true')).toEqual(['ON_APPROVAL', 'ON_CONFIRMATION', 'ON_SIGNING']);
    expect(await statuses(office, 'waitingForMe=true')).toEqual([]);
    expect(await statuses(hr, 'sort=waitingSince')).toHaveLength(3);
  });

  it('search finds number, title, the partner’s name, ИНН and ОГРН, however typed', async () => {
    const found = async (q: string) => (await list(hr, `q=${encodeURIComponent(q)}`)).items.length;
    const { university } = test.world;
    for (const q of ['ПРИОЗЕРНЫЙ', '"приозёрный', university.inn, university.ogrn, 'договор на период']) {
      expect([q, await found(q)]).toEqual([q, 4]);
    }
    expect(await found(approval.number ?? '')).toBe(1);
    expect(await found('100%_нет')).toBe(0);
  });

  it('a row opens its card: it carries the id, the title and what may be done', async () => {
    const { items } = await list(hr, 'status=ON_APPROVAL');
    expect(items[0]).toMatchObject({ id: approval.id, title: approval.title });
    const card = expectStatus(await hr.get(`/documents/${approval.id}`), 200).body as DocumentCardDto;
    expect(items[0]?.availableActions).toEqual(card.availableActions);
  });

  it('counts per status and in all belong to the caller alone', async () => {
    const { facets, total } = await list(hr, 'facets=status&total=true&status=ON_APPROVAL');
    expect(total).toEqual({ value: 1, relation: 'eq' });
    expect(facets?.status).toMatchObject({
      ON_APPROVAL: { value: 1 },
      ON_SIGNING: { value: 1 },
      DRAFT: { value: 0 },
    });
  });

  it.each([
    'foo=1',
    'status=NOPE',
    'sort=title',
    'limit=0',
    'limit=101',
    'dateFrom=2026-02-30',
    'waitingForMe=1',
  ])('an unknown or impossible parameter %s is a 400 that names it', async (query) => {
    const response = expectStatus(await hr.get(`/documents?${query}`), 400);
    expect(response.body.code).toBe('invalid_parameter');
    expect(response.body.errors[0].pointer).toBe(`/${query.split('=')[0]}`);
  });
});

describe('pages', () => {
  const pageThrough = async (sort: string, between?: () => Promise<unknown>) => {
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page = await list(office, `limit=2&sort=${sort}${cursor ? `&cursor=${cursor}` : ''}`);
      seen.push(...page.items.map((row) => row.id));
      cursor = page.nextCursor;
      await between?.();
    } while (cursor);
    return seen;
  };

  it.each(['-updatedAt', 'updatedAt', '-date', 'date'])(
    'follow one another by %s without gaps and repeats',
    async (sort) => {
      const all = await list(office, `limit=100&sort=${sort}`);
      expect(await pageThrough(sort)).toEqual(all.items.map((row) => row.id));
    },
  );

  it('miss nothing and repeat nothing while documents are added', async () => {
    const before = (await list(office, 'limit=100&sort=updatedAt')).items.map((row) => row.id);
    let added = 0;
    const seen = await pageThrough('updatedAt', async () => (added++ < 2 ? documents.draft() : undefined));
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toEqual(expect.arrayContaining(before));
  });

  it('a cursor of another organization, filter or sort is refused', async () => {
    const { nextCursor } = await list(office, 'limit=2');
    for (const [caller, query] of [
      [hr, 'limit=2'],
      [office, 'limit=2&status=DRAFT'],
      [office, 'limit=2&sort=date'],
    ] as const) {
      const response = expectStatus(await caller.get(`/documents?${query}&cursor=${nextCursor}`), 400);
      expect(response.body.code).toBe('invalid_cursor');
    }
    expectStatus(await office.get('/documents?cursor=nonsense'), 400);
  });

  it('a filter by partner keeps another partner’s documents out', async () => {
    const { foreignEmployer, employer, university } = test.world;
    await createPartnership(test.database.owner, foreignEmployer.id, university.id, test.clock.now());
    const draft = await documents.draft({ partnerId: foreignEmployer.id });
    expect((await list(office, `partnerId=${foreignEmployer.id}`)).items.map((row) => row.id)).toEqual([
      draft.id,
    ]);
    const others = (await list(office, `partnerId=${employer.id}&limit=100`)).items.map((row) => row.id);
    expect(others).not.toContain(draft.id);
  });
});

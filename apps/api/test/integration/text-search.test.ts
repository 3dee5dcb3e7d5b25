import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Jobs } from '../../src/core/jobs/index.js';
import { Queues } from '../../src/core/jobs/queues.js';
import type { DocumentCardDto } from '../../src/modules/documents/index.js';
import { TextIndex } from '../../src/modules/text-index/index.js';
import { encryptedPdf, longPdf, textDocx, textPdf } from '../fixtures/texts.js';
import { createTestApp, Documents, expectStatus, type Caller, type TestApp } from '../support/index.js';

let test: TestApp;
let documents: Documents;
let office: Caller;
let hr: Caller;
let index: TextIndex;

beforeAll(async () => {
  test = await createTestApp();
  documents = new Documents(test);
  office = await documents.author();
  hr = await documents.recipient();
  index = test.app.get(TextIndex);
});
afterAll(() => test?.close());

interface Page {
  items: { id: string; foundIn?: string }[];
  nextCursor: string | null;
  total?: { value: number; relation: string };
  facets?: Record<string, Record<string, { value: number; relation: string }>>;
}

const list = async (caller: Caller, query: Record<string, string>) =>
  expectStatus(await caller.get(`/documents?${new URLSearchParams(query).toString()}`), 200).body as Page;

const found = async (caller: Caller, q: string) => (await list(caller, { q })).items.map(({ id }) => id);

const filesOf = async (bytes: Uint8Array, name: string, author = office) => [
  { fileId: (expectStatus(await author.upload(bytes, name), 201).body as { id: string }).id, role: 'MAIN' },
];

const draftWith = async (bytes: Uint8Array, name = 'Договор.pdf') =>
  documents.draft({ files: await filesOf(bytes, name) });

const send = (draft: DocumentCardDto) => documents.walk(draft, [['author', 'submit-approval']]);

/** A document that has been sent with this file, and whose file has been read. */
async function sent(bytes: Uint8Array, name?: string): Promise<DocumentCardDto> {
  const card = await send(await draftWith(bytes, name));
  await index.read(card.id);
  return card;
}

/** Where the bytes of a document's main file lie. */
const stored = ({ files: [main] }: DocumentCardDto) => {
  const { sha256 } = main!;
  return join(test.config.dataDirectory, 'files/sha256', sha256.slice(0, 2), sha256.slice(2, 4), sha256);
};

const kept = async (card: DocumentCardDto) => {
  const { rows } = await test.database.owner.query<{ status: string; text: string }>(
    'SELECT status, text FROM file_texts WHERE sha256 = $1',
    [card.files[0]!.sha256],
  );
  return rows;
};

describe('the text of sent files', () => {
  it('is found in PDF and in DOCX by both sides, in another form of the word and by its beginning', async () => {
    const pdf = await sent(await textPdf(['Практиканты осваивают спектрометр под надзором']));
    const docx = await sent(
      await textDocx(['Практикантам выдаётся осциллограф № ОС-4417/2']),
      'Договор.docx',
    );
    for (const caller of [office, hr]) {
      for (const q of ['спектрометр', 'СПЕКТРОМЕТРОМ', 'спектро', 'спектрометры надзор', '«спектрометра»']) {
        expect([q, await found(caller, q)]).toEqual([q, [pdf.id]]);
      }
      for (const q of ['осциллографы', 'выдается осциллограф', 'ос-4417', '4417', 'осциллограф ос 4417/2']) {
        expect([q, await found(caller, q)]).toEqual([q, [docx.id]]);
      }
      expect(await found(caller, 'практикант')).toEqual([docx.id, pdf.id]);
      for (const q of ['спектрометр осциллограф', 'метр', 'спектрометр нет-такого', '%', '_', '&|!():*'])
        expect([q, await found(caller, q)]).toEqual([q, []]);
    }
  });

  it('says of a row that a file alone has brought it here', async () => {
    const card = await sent(await textPdf(['Интерферометр']));
    const { items } = await list(hr, { q: 'интерферометр' });
    expect(items).toEqual([expect.objectContaining({ id: card.id, foundIn: 'FILE' })]);
    const [row] = (await list(hr, { q: card.number! })).items;
    expect(row).toMatchObject({ id: card.id });
    expect(row).not.toHaveProperty('foundIn');
  });

  it('is nobody else’s to find, and no draft’s', async () => {
    const draft = await draftWith(await textPdf(['Хроматограф для лаборатории']));
    await index.read(draft.id);
    expect(await found(office, 'хроматограф')).toEqual([]);
    expect(await found(hr, 'хроматограф')).toEqual([]);
    const card = await send(draft);
    await index.read(card.id);
    expect(await found(hr, 'хроматограф')).toEqual([card.id]);
    for (const { people } of [test.world.foreignEmployer, test.world.foreignUniversity]) {
      const stranger = await test.as(people.manager);
      expect(await found(stranger, 'хроматограф')).toEqual([]);
      const { total, facets } = await list(stranger, { q: 'хроматограф', total: 'true', facets: 'status' });
      expect(total).toEqual({ value: 0, relation: 'eq' });
      expect(Object.values(facets!['status']!).every(({ value }) => value === 0)).toBe(true);
    }
  });

  it('is that of the revision sent last: not the one before it, and not the draft made of it', async () => {
    const first = await sent(await textPdf(['Паспорт вольтметра']));
    const draft = await documents.walk(first, [
      ['recipient', 'request-revision', { reason: 'Другой прибор' }],
      ['author', 'reopen'],
    ]);
    const files = await filesOf(await textPdf(['Паспорт амперметра']), 'b.pdf');
    const edited = expectStatus(await office.patch(`/contracts/${draft.id}`, { files }, draft.version), 200);
    await index.read(first.id);
    for (const caller of [office, hr]) {
      expect(await found(caller, 'вольтметр')).toEqual([first.id]);
      expect(await found(caller, 'амперметр')).toEqual([]);
    }
    const second = await send(edited.body as DocumentCardDto);
    // from the moment of sending, not from that of reading
    expect(await found(hr, 'вольтметр')).toEqual([]);
    await index.read(second.id);
    expect(await found(hr, 'вольтметр')).toEqual([]);
    expect(await found(hr, 'амперметр')).toEqual([second.id]);
  });

  it('goes with a document that is deleted', async () => {
    const card = await sent(await textPdf(['Паспорт динамометра']));
    const draft = await documents.walk(card, [['recipient', 'reject', { reason: 'Не нужен' }]]);
    expect(await found(office, 'динамометр')).toEqual([card.id]);
    expectStatus(await office.act(draft.id, 'delete', draft.version), 204);
    expect(await found(hr, 'динамометр')).toEqual([]);
    expect(await found(office, 'динамометр')).toEqual([]);
    await index.read(draft.id);
    expect(await index.missed()).not.toContain(draft.id);
  });

  it('serves the comparison once it has been read', async () => {
    const first = await sent(await textPdf(['Сроки июньские']));
    const draft = await documents.walk(first, [
      ['recipient', 'request-revision', { reason: 'Сроки' }],
      ['author', 'reopen'],
    ]);
    const files = await filesOf(await textPdf(['Сроки июльские']), 'b.pdf');
    const edited = expectStatus(await office.patch(`/contracts/${draft.id}`, { files }, draft.version), 200);
    await send(edited.body as DocumentCardDto);
    await test.database.owner.query('UPDATE file_texts SET text = $2 WHERE sha256 = $1', [
      first.files[0]!.sha256,
      'Сроки прежние',
    ]);
    const path = `/documents/${first.id}/comparison?from=1&to=2`;
    const { text } = expectStatus(await hr.get(path), 200).body as { text: { parts: object[] } };
    expect(text.parts).toContainEqual({ kind: 'REMOVED', text: 'прежние' });
  });
});

describe('files without a text', () => {
  it('are recorded with the reason, found by their number, and stand in nobody’s way', async () => {
    const whole = await textPdf(['Порванный файл']);
    const cases = [
      [await encryptedPdf(), 'ENCRYPTED'],
      [await textPdf([]), 'EMPTY'],
      [whole, 'DAMAGED'],
    ] as const;
    for (const [bytes, status] of cases) {
      const card = await send(await draftWith(bytes));
      // what is accepted is whole: it is damaged where it is stored
      if (status === 'DAMAGED') writeFileSync(stored(card), whole.slice(0, 700));
      await index.read(card.id);
      expect(await kept(card)).toEqual([{ status, text: '' }]);
      expect(await found(hr, card.number!)).toEqual([card.id]);
      expect(await index.missed()).not.toContain(card.id);
    }
  });

  it('and one of 5,000 pages is kept as far as it is read', async () => {
    const card = await sent(await longPdf(5_000));
    expect(await kept(card)).toEqual([
      { status: 'PARTLY', text: expect.stringContaining('Page 1\n') as unknown },
    ]);
    expect(await found(hr, 'pages')).toEqual([card.id]);
  }, 60_000);

  it('of more different words than can be kept are kept in part', async () => {
    const { rows } = await test.database.owner.query<{ length: number }>(
      `SELECT length(text_words(string_agg('слово' || md5(n::text), ' '))) FROM generate_series(1, 30000) n`,
    );
    expect(rows[0]!.length).toBeGreaterThan(1000);
  });
});

describe('the reading', () => {
  const rows = async (table: string) =>
    (await test.database.owner.query(`SELECT xmin, * FROM ${table} ORDER BY 2`)).rows as unknown[];

  it('done twice, or by two at once, changes nothing', async () => {
    const card = await send(await draftWith(await textPdf(['Гальванометр'])));
    await Promise.all([index.read(card.id), index.read(card.id)]);
    const before = [await rows('file_texts'), await rows('document_texts')];
    await index.read(card.id);
    expect([await rows('file_texts'), await rows('document_texts')]).toEqual(before);
    expect(await found(hr, 'гальванометр')).toEqual([card.id]);
  });

  it('of a file that is gone for now is tried again later, and again', async () => {
    const card = await send(await draftWith(await textPdf(['Барометр'])));
    renameSync(stored(card), `${stored(card)}.away`);
    await expect(index.read(card.id)).rejects.toThrow('missing');
    expect(await kept(card)).toEqual([]);
    renameSync(`${stored(card)}.away`, stored(card));
    // it has been tried just now
    expect(await index.missed()).not.toContain(card.id);
    test.clock.set(new Date(test.clock.now().getTime() + 11 * 60_000));
    expect(await index.missed()).toContain(card.id);
    await index.read(card.id);
    expect(await found(hr, 'барометр')).toEqual([card.id]);
    expect(await index.missed()).not.toContain(card.id);
  });

  it('that was missed is put into the queue by the sweep', async () => {
    const card = await send(await draftWith(await textPdf(['Термограф'])));
    expect(await found(hr, 'термограф')).toEqual([]);
    await test.app.get(Jobs).handlerOf('texts.sweep')!({});
    const queue = test.app.get(Queues).get('texts');
    const jobs = await queue.getJobs(['waiting']);
    expect(jobs.map(({ data }) => data as object)).toContainEqual({ documentId: card.id });
    for (const { data } of jobs) await index.read((data as { documentId: string }).documentId);
    expect(await found(hr, 'термограф')).toEqual([card.id]);
    expect(await index.missed()).toEqual([]);
  });
});

describe('a text that much of a large registry holds', () => {
  const COPIES = 1_500;
  let common: DocumentCardDto;

  beforeAll(async () => {
    common = await sent(await textPdf(['Повсеместный прибор']));
    const { owner } = test.database;
    // documents like it, each minute one, every third of them concluded; a word of half their files is in no title
    await owner.query(
      `INSERT INTO documents (id, kind, status, employer_id, education_organization_id, author_side, version,
         first_sent_at, created_at, updated_at)
       SELECT gen_random_uuid(), kind, CASE WHEN n % 3 = 0 THEN 'CONCLUDED' ELSE status END, employer_id,
              education_organization_id, author_side, n + 1000, first_sent_at, created_at, updated_at - n * interval '1 minute'
         FROM documents, generate_series(1, ${COPIES}) n WHERE id = $1`,
      [common.id],
    );
    await owner.query(
      `INSERT INTO registry_entries (document_id, organization_id, direction, kind, status, number, document_date,
         sort_date, title, partner_id, partner_name, search_text, updated_at)
       SELECT d.id, e.organization_id, e.direction, e.kind, d.status, 'М-' || d.version, e.document_date, e.sort_date,
              e.title, e.partner_id, e.partner_name, 'массовый', d.updated_at
         FROM documents d JOIN registry_entries e ON e.document_id = $1 WHERE d.version > 1000`,
      [common.id],
    );
    await owner.query(
      `INSERT INTO document_texts (document_id, revision_id, parties, words)
       SELECT d.id, t.revision_id, t.parties, t.words
         FROM documents d JOIN document_texts t ON t.document_id = $1
        WHERE d.version > 1000 AND (d.version % 5 > 0)`,
      [common.id],
    );
    await owner.query('ANALYZE registry_entries, document_texts');
  });

  it.each(['-updatedAt', 'updatedAt', '-date', 'date'])(
    'is paged through by %s without gaps and repeats',
    async (sort) => {
      for (const [q, many] of [
        ['массовый', COPIES],
        ['повсеместный', (COPIES * 4) / 5 + 1],
        ['повсеместного прибора', (COPIES * 4) / 5 + 1],
      ] as const) {
        const seen: string[] = [];
        let cursor: string | null = null;
        do {
          const page: Page = await list(hr, { q, sort, limit: '100', ...(cursor && { cursor }) });
          seen.push(...page.items.map(({ id }) => id));
          cursor = page.nextCursor;
        } while (cursor);
        expect([q, seen.length, new Set(seen).size]).toEqual([q, many, many]);
      }
    },
    30_000,
  );

  it('is counted as far as counts go, and narrowed by filters', async () => {
    const query = { q: 'повсеместный', total: 'true', facets: 'status,kind,direction' };
    const all = await list(hr, query);
    expect(all.total).toEqual({ value: 1000, relation: 'gte' });
    expect(all.facets).toMatchObject({
      status: { CONCLUDED: { value: (COPIES / 3) * 0.8, relation: 'eq' }, DRAFT: { value: 0 } },
      direction: { INCOMING: { value: 1000, relation: 'gte' }, OUTGOING: { value: 0, relation: 'eq' } },
    });
    expect(all.items.every(({ foundIn }) => foundIn === 'FILE')).toBe(true);
    const concluded = await list(hr, { ...query, status: 'CONCLUDED', limit: '100' });
    expect(concluded.total).toEqual({ value: (COPIES / 3) * 0.8, relation: 'eq' });
    expect(concluded.items).toHaveLength(100);
    expect((await list(hr, { ...query, status: 'EXECUTED' })).items).toEqual([]);
    expect((await list(hr, { ...query, dateFrom: '2030-01-01' })).total).toEqual({
      value: 0,
      relation: 'eq',
    });
  });

  it('is not found by a stranger', async () => {
    const stranger = await test.as(test.world.foreignEmployer.people.manager);
    expect(await found(stranger, 'повсеместный')).toEqual([]);
    expect(await found(stranger, 'массовый')).toEqual([]);
  });
});

describe('with a worker', () => {
  it('a file is found soon after it was sent, by itself', async () => {
    const live = await createTestApp({ runJobs: true });
    try {
      const pair = new Documents(live);
      const author = await pair.author();
      const files = await filesOf(await textPdf(['Анемометр']), 'a.pdf', author);
      const card = await pair.walk(await pair.draft({ files }), [['author', 'submit-approval']]);
      const recipient = await pair.recipient();
      const until = Date.now() + 20_000;
      while ((await found(recipient, 'анемометры')).length === 0 && Date.now() < until) await sleep(100);
      expect(await found(recipient, 'анемометры')).toEqual([card.id]);
    } finally {
      await live.close();
    }
  }, 40_000);
});

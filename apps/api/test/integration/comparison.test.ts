import type { ComparisonDto } from '../../src/modules/comparisons/comparisons.dto.js';
import type { DocumentCardDto } from '../../src/modules/documents/index.js';
import { encryptedPdf, longPdf, textDocx, textPdf } from '../fixtures/texts.js';
import {
  COMPLETE_TERMS,
  createTestApp,
  Documents,
  expectStatus,
  type Caller,
  type TestApp,
} from '../support/index.js';

let test: TestApp;
let documents: Documents;
let office: Caller;
let hr: Caller;

beforeAll(async () => {
  test = await createTestApp();
  documents = new Documents(test);
  office = await documents.author();
  hr = await documents.recipient();
});
afterAll(() => test?.close());

const upload = async (bytes: Uint8Array, name: string) =>
  (expectStatus(await office.upload(bytes, name), 201).body as { id: string }).id;

/** A contract sent back and sent again with another file and other terms. */
async function twoRounds(
  first: { bytes: Uint8Array; name: string },
  second: { bytes: Uint8Array; name: string },
  terms: object = COMPLETE_TERMS,
): Promise<DocumentCardDto> {
  const draft = await documents.draft({
    files: [{ fileId: await upload(first.bytes, first.name), role: 'MAIN' }],
  });
  const back = await documents.walk(draft, [
    ['author', 'submit-approval'],
    ['recipient', 'request-revision', { reason: 'Исправьте срок' }],
    ['author', 'reopen'],
  ]);
  const files = [{ fileId: await upload(second.bytes, second.name), role: 'MAIN' }];
  const edited = await office.patch(`/contracts/${back.id}`, { files, terms }, back.version);
  const card = expectStatus(edited, 200).body as DocumentCardDto;
  return documents.walk(card, [['author', 'submit-approval']]);
}

const compare = async (caller: Caller, id: string, from = 1, to = 2) =>
  expectStatus(await caller.get(`/documents/${id}/comparison?from=${from}&to=${to}`), 200)
    .body as ComparisonDto;

const words = ({ text }: ComparisonDto, kind: string) =>
  text.parts.filter((part) => part.kind === kind).map((part) => part.text.trim());

describe('the comparison of two revisions', () => {
  it('tells changed fields, changed words of the file, and the reason in between, to both sides', async () => {
    const card = await twoRounds(
      { bytes: await textPdf(['Договор о практике', 'Срок по 31 декабря 2026 года']), name: 'a.pdf' },
      { bytes: await textPdf(['Договор о практике', 'Срок по 31 января 2027 года']), name: 'b.pdf' },
      { ...COMPLETE_TERMS, validTo: '2027-01-31' },
    );
    for (const caller of [office, hr]) {
      const comparison = await compare(caller, card.id);
      expect(comparison.reasons).toEqual([
        expect.objectContaining({
          text: 'Исправьте срок',
          organizationName: test.world.employer.fullName,
        }),
      ]);
      expect(comparison.fields).toEqual([
        { pointer: '/terms/validTo', before: '2026-12-31', after: '2027-01-31' },
        { pointer: '/files/0', before: 'a.pdf', after: 'b.pdf' },
      ]);
      expect(comparison.text).toMatchObject({ status: 'COMPARED', whole: true });
      expect(words(comparison, 'REMOVED')).toEqual(['декабря', '2026']);
      expect(words(comparison, 'ADDED')).toEqual(['января', '2027']);
    }
  });

  it('reads DOCX as well as PDF, tables and entities too', async () => {
    const card = await twoRounds(
      { bytes: await textDocx(['Стороны: А & Б', 'Мест 5']), name: 'a.docx' },
      { bytes: await textDocx(['Стороны: А & Б', 'Мест 7']), name: 'b.docx' },
    );
    const comparison = await compare(hr, card.id);
    expect(words(comparison, 'SAME')[0]).toContain('Стороны: А & Б');
    expect([words(comparison, 'REMOVED'), words(comparison, 'ADDED')]).toEqual([['5'], ['7']]);
  });

  it('says when the file is the same', async () => {
    const bytes = await textPdf(['Тот же файл']);
    const card = await twoRounds({ bytes, name: 'a.pdf' }, { bytes, name: 'a.pdf' });
    expect((await compare(hr, card.id)).text.status).toBe('SAME_FILE');
  });

  it('of files that cannot be read compares the fields, and the server lives on', async () => {
    const unreadable = [await textPdf([]), await encryptedPdf()];
    for (const bytes of unreadable) {
      const card = await twoRounds(
        { bytes, name: 'a.pdf' },
        { bytes: await textPdf(['Читается']), name: 'b.pdf' },
      );
      const { text, fields } = await compare(hr, card.id);
      expect(text).toEqual({ status: 'UNREADABLE', whole: false, parts: [] });
      expect(fields).toHaveLength(1);
    }
    expectStatus(await hr.get('/documents'), 200);
  });

  it('reads 5,000 pages as far as the limit goes, and says that it is not all', async () => {
    const card = await twoRounds(
      { bytes: await longPdf(5_000), name: 'a.pdf' },
      { bytes: await textPdf(['Страница 1']), name: 'b.pdf' },
    );
    const { text } = await compare(hr, card.id);
    expect(text.whole).toBe(false);
    expect(['COMPARED', 'TOO_DIFFERENT']).toContain(text.status);
  }, 60_000);

  it('is of revisions one can see: an unknown one, a foreign document and a draft are not found', async () => {
    const { id } = await documents.inStatus('ON_APPROVAL');
    expectStatus(await hr.get(`/documents/${id}/comparison?from=1&to=2`), 404);
    expectStatus(await hr.get(`/documents/${id}/comparison?from=0&to=1`), 400);
    expectStatus(await hr.get(`/documents/${id}/comparison?from=1`), 400);
    const stranger = await test.as(test.world.foreignEmployer.people.head);
    expectStatus(await stranger.get(`/documents/${id}/comparison?from=1&to=1`), 404);
  });
});

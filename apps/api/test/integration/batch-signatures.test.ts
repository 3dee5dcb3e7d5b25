import type { DocumentCardDto } from '../../src/modules/documents/index.js';
import type { OperationDto } from '../../src/modules/operations/operations.dto.js';
import { download } from '../fixtures/downloads.js';
import {
  createTestApp,
  Documents,
  expectStatus,
  Operations,
  TestSigning,
  type Caller,
  type TestApp,
} from '../support/index.js';

let test: TestApp;
let documents: Documents;
let operations: Operations;
let signing: TestSigning;
let head: Caller;

beforeAll(async () => {
  test = await createTestApp();
  documents = new Documents(test);
  operations = new Operations(test);
  signing = await TestSigning.create(test);
  head = await test.as(test.world.employer.people.head);
});
afterAll(() => test?.close());

type Named = Pick<DocumentCardDto, 'id' | 'version'>;

const itemOf = ({ id, version }: Named) => ({ id, version });

/** A batch of signatures from the request to its end. */
const sign = (items: readonly object[]): Promise<OperationDto> =>
  operations.whole(head, '/documents/batch/sign', { items });

const card = async ({ id }: Named): Promise<DocumentCardDto> =>
  expectStatus(await head.get(`/documents/${id}`), 200).body as DocumentCardDto;

describe('a batch of signatures', () => {
  it('signs each with its own signature, and refuses one made over another file or sent twice', async () => {
    const sent = await Promise.all([0, 1, 2, 3].map(() => documents.inStatus('ON_SIGNING')));
    const bodies = await Promise.all(sent.map((document) => signing.bodyFor(document, test.world.employer)));
    const items = sent.map((document, place) => ({ ...itemOf(document), ...bodies[place] }));
    const cmsOf = (place: number) => (bodies[place] as { cms: string }).cms;
    items[2] = { ...items[2]!, cms: cmsOf(3) } as (typeof items)[number];
    const ended = await sign(items);
    expect(ended).toMatchObject({ status: 'DONE', done: 3, failed: 1 });
    expect((await operations.items(head, ended.id, 'FAILED'))[0]).toMatchObject({
      documentId: sent[2]!.id,
      problem: { code: 'signature_invalid' },
    });
    for (const place of [0, 1, 3]) {
      const { status, signatures } = await card(sent[place]!);
      expect(status).toBe('SIGNED_BY_RECIPIENT');
      const kept = await download(head, `/signatures/${signatures[0]?.id}/cms`);
      expect(kept.toString('base64')).toBe(cmsOf(place));
    }
    expect((await card(sent[2]!)).status).toBe('ON_SIGNING');
    // signatures are kept with their documents, not in the operation
    const { rows } = await test.database.owner.query(
      `SELECT count(*)::int AS n FROM operation_items
        WHERE operation_id = $1 AND (input IS NOT NULL OR cms IS NOT NULL)`,
      [ended.id],
    );
    expect(rows).toEqual([{ n: 0 }]);
  });

  it('refuses what is no base64 for its document alone', async () => {
    const texts = [undefined, '', 'подпись', 'AAAA\0', '\0'];
    const sent = await Promise.all(texts.map(() => documents.inStatus('ON_SIGNING')));
    const items = await Promise.all(
      sent.map(async (document, place) => {
        const body = (await signing.bodyFor(document, test.world.employer)) as { cms: string };
        return { ...itemOf(document), ...body, cms: texts[place] ?? body.cms };
      }),
    );
    const ended = await sign(items);
    expect(ended).toMatchObject({ status: 'DONE', done: 1, failed: 4 });
    const problems = (await operations.items(head, ended.id, 'FAILED')).map(({ problem }) => problem);
    for (const problem of problems) {
      expect(problem).toMatchObject({
        code: 'validation_failed',
        errors: [{ pointer: '/cms', code: 'base64' }],
      });
    }
  });

  it('one signature for two documents of the same file is accepted for one', async () => {
    const fileId = await documents.file(await documents.author());
    const twins = await Promise.all(
      [0, 1].map(async () => {
        const draft = await documents.draft({ files: [{ fileId, role: 'MAIN' }] });
        return documents.walk(draft, documents.route('ON_SIGNING'));
      }),
    );
    const body = (await signing.bodyFor(twins[0]!, test.world.employer)) as { cms: string };
    const items = twins.map((twin) => ({ ...itemOf(twin), revisionId: twin.revision!.id, cms: body.cms }));
    const ended = await sign(items);
    expect(ended).toMatchObject({ done: 1, failed: 1 });
    const [refused] = await operations.items(head, ended.id, 'FAILED');
    expect(refused?.problem?.code).toBe('duplicate');
  });
});

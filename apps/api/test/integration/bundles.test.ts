import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { OperationRunner } from '../../src/modules/operations/index.js';
import type { DocumentCardDto } from '../../src/modules/documents/index.js';
import { download, unzip } from '../fixtures/downloads.js';
import { OpenSsl } from '../fixtures/openssl.js';
import {
  createTestApp,
  Documents,
  expectStatus,
  Operations,
  TestSigning,
  type Caller,
  type TestApp,
} from '../support/index.js';

const BUNDLES = '/documents/bundles';

const openssl = new OpenSsl();
let test: TestApp;
let documents: Documents;
let operations: Operations;
let office: Caller;
let hr: Caller;
let signed: DocumentCardDto;
let sent: DocumentCardDto;

beforeAll(async () => {
  test = await createTestApp();
  documents = new Documents(test);
  operations = new Operations(test);
  office = await documents.author();
  hr = await documents.recipient();
  const { employer, university } = test.world;
  const signing = await TestSigning.create(test);
  const half = await signing.sign(await documents.inStatus('ON_SIGNING'), employer);
  signed = await signing.sign(half, university);
  sent = await documents.inStatus('ON_APPROVAL');
}, 60_000);
afterAll(async () => {
  openssl.remove();
  await test?.close();
});

const itemsOf = (...ids: readonly string[]) => ({ items: ids.map((id) => ({ id })) });

const archive = async (caller: Caller, id: string): Promise<ReadonlyMap<string, Buffer>> =>
  unzip(await download(caller, `/operations/${id}/result`));

const foldersOf = (files: ReadonlyMap<string, Buffer>): string[] => [
  ...new Set([...files.keys()].filter((name) => name.includes('/')).map((name) => name.split('/')[0]!)),
];

/** Every document's folder as an archive of its own would hold it. */
const single = async (caller: Caller, { id }: DocumentCardDto): Promise<string[]> =>
  [...(await unzip(await download(caller, `/documents/${id}/bundle`))).keys()].sort();

const inside = (files: ReadonlyMap<string, Buffer>, folder: string): string[] =>
  [...files.keys()]
    .filter((name) => name.startsWith(`${folder}/`))
    .map((name) => name.slice(folder.length + 1))
    .sort();

describe('a bundle', () => {
  it('holds a folder per document with what its own archive holds, and tells of each of the others why not', async () => {
    const draft = await documents.draft();
    const { foreignEmployer: employer, foreignUniversity: university } = test.world;
    const foreign = await new Documents(test, { employer, university }).inStatus('ON_APPROVAL');
    const unknown = randomUUID();
    const ids = [signed.id, draft.id, foreign.id, unknown, sent.id];
    const begun = await operations.begin(office, BUNDLES, itemsOf(...ids));
    expect(begun).toMatchObject({ kind: 'BUNDLE', status: 'QUEUED', total: 5 });
    await operations.run(begun.id);
    const ended = await operations.get(office, begun.id);
    expect(ended).toMatchObject({ status: 'DONE', total: 5, done: 2, failed: 3 });
    expect(ended.result).toMatchObject({ name: 'Документы 2026-09-07.zip', mediaType: 'application/zip' });
    const items = await operations.items(office, begun.id);
    expect(items.map(({ status, problem }) => [status, problem?.code])).toEqual([
      ['DONE', undefined],
      ['FAILED', 'invalid_state'],
      ['FAILED', 'not_found'],
      ['FAILED', 'not_found'],
      ['DONE', undefined],
    ]);
    expect(items[2]).toMatchObject({ title: null, partnerName: null });
    const files = await archive(office, begun.id);
    expect(foldersOf(files)).toEqual([signed.title, sent.title]);
    expect(inside(files, signed.title)).toEqual(await single(office, signed));
    expect(inside(files, sent.title)).toEqual(await single(office, sent));
    const list = files.get('Содержание.csv')!.toString('utf8');
    expect(list.split('\r\n')).toHaveLength(7);
    expect(list).toContain(`;${sent.title};`);
    expect(list).toContain('Документ ещё не отправлен');
    expect(list).toContain(unknown);
    expect(list).not.toContain(foreign.title);
  });

  it('is confirmed by OpenSSL with the commands in each folder', async () => {
    const { id } = await operations.whole(hr, BUNDLES, itemsOf(signed.id));
    const files = await archive(hr, id);
    const folder = `${signed.title}/`;
    for (const [name, bytes] of files) openssl.write(name.replace(folder, ''), bytes);
    const readme = files.get(`${folder}Прочтите.txt`)!.toString('utf8');
    const commands = readme.split('\r\n').filter((line) => line.startsWith('openssl '));
    expect(commands).toHaveLength(2);
    for (const command of commands) expect(openssl.shell(command)).toContain('CAdES Verification successful');
  });

  it('gives documents of one title folders of their own, and keeps hostile titles inside', async () => {
    const twins = [await documents.inStatus('ON_APPROVAL'), await documents.inStatus('ON_APPROVAL')];
    const title = "../../it's a\\trap";
    const { owner } = test.database;
    await owner.query('ALTER TABLE revisions DISABLE TRIGGER USER');
    for (const [place, { revision }] of twins.entries()) {
      const titled = place === 0 ? title : title.toUpperCase();
      await owner.query('UPDATE revisions SET title = $2 WHERE id = $1', [revision?.id, titled]);
    }
    await owner.query('ALTER TABLE revisions ENABLE TRIGGER USER');
    const { id } = await operations.whole(office, BUNDLES, itemsOf(...twins.map((one) => one.id)));
    const files = await archive(office, id);
    expect(foldersOf(files)).toEqual(['_.._it_s a_trap', '_.._IT_S A_TRAP (2)']);
    expect([...files.keys()].join('\n')).not.toMatch(/\.\.\/|'|\\/);
  });

  it('refuses too many, none, and the same twice', async () => {
    expectStatus(await office.post(BUNDLES, { items: [] }), 422);
    expectStatus(await office.post(BUNDLES, itemsOf(...Array.from({ length: 501 }, randomUUID))), 422);
    const twice = expectStatus(await office.post(BUNDLES, itemsOf(sent.id, sent.id.toUpperCase())), 422);
    expect(twice.body).toMatchObject({ errors: [{ pointer: '/items/1/id', code: 'duplicate' }] });
  });

  it('of nothing that can be had makes no file', async () => {
    const ended = await operations.whole(office, BUNDLES, itemsOf(randomUUID()));
    expect(ended).toMatchObject({ status: 'DONE', done: 0, failed: 1, result: null });
  });

  it('whose document has lost a file is made without it', async () => {
    const damaged = await documents.inStatus('ON_APPROVAL');
    const sha256 = damaged.revision!.file.sha256;
    const folder = join(test.config.dataDirectory, 'files', 'sha256', sha256.slice(0, 2), sha256.slice(2, 4));
    await rm(join(folder, sha256));
    const ended = await operations.whole(office, BUNDLES, itemsOf(damaged.id, sent.id));
    expect(ended).toMatchObject({ status: 'DONE', done: 1, failed: 1 });
    expect(foldersOf(await archive(office, ended.id))).toEqual([sent.title]);
  });
});

describe('a bundle broken off', () => {
  const lose = (id: string, sql: string) =>
    test.database.owner.query(`UPDATE operations SET ${sql} WHERE id = $1`, [id]);

  it('before its file was stored is made anew, whole', async () => {
    const { id } = await operations.begin(office, BUNDLES, itemsOf(signed.id, sent.id));
    await lose(id, `status = 'RUNNING', done = 1, attempts = 1`);
    await operations.run(id);
    expect(await operations.get(office, id)).toMatchObject({ status: 'DONE', total: 2, done: 2, failed: 0 });
    expect(foldersOf(await archive(office, id))).toEqual([signed.title, sent.title]);
  });

  it('after that is only ended, with or without its file', async () => {
    const { id } = await operations.whole(office, BUNDLES, itemsOf(signed.id, randomUUID(), sent.id));
    const again = async () => {
      await lose(id, `status = 'RUNNING', finished_at = NULL, result = NULL`);
      await operations.run(id);
      expect(await operations.get(office, id)).toMatchObject({ status: 'DONE', done: 2, failed: 1 });
      expect(foldersOf(await archive(office, id))).toEqual([signed.title, sent.title]);
    };
    await again();
    await rm(join(test.config.dataDirectory, 'results', id));
    await again();
  });

  it('by the end of its process is left to another worker', async () => {
    const { id } = await operations.begin(office, BUNDLES, itemsOf(signed.id, sent.id));
    const runner = test.app.get<{ ending: boolean }>(OperationRunner);
    runner.ending = true;
    await operations.run(id).finally(() => (runner.ending = false));
    expect(await operations.get(office, id)).toMatchObject({ status: 'RUNNING', failed: 0 });
    await operations.run(id);
    expect(await operations.get(office, id)).toMatchObject({ status: 'DONE', done: 2 });
  });

  it('by its person while it was being made leaves nothing', async () => {
    const { id } = await operations.begin(office, BUNDLES, itemsOf(signed.id, sent.id));
    const running = operations.run(id);
    await test.database.owner.query(
      `UPDATE operations SET status = 'CANCELLED', finished_at = now() WHERE id = $1`,
      [id],
    );
    await running;
    expect(await operations.get(office, id)).toMatchObject({ status: 'CANCELLED', result: null });
    expectStatus(await office.get(`/operations/${id}/result`), 404);
  });
});

import type { DocumentCardDto } from '../../src/modules/documents/index.js';
import { base64, Certification, signAsBrowser } from '../fixtures/certification.js';
import { download, unzip } from '../fixtures/downloads.js';
import { OpenSsl } from '../fixtures/openssl.js';
import { createTestApp, Documents, expectStatus, TEST_NOW, type TestApp } from '../support/index.js';

const openssl = new OpenSsl();
let test: TestApp;
let documents: Documents;
let card: DocumentCardDto;
let files: ReadonlyMap<string, Buffer>;
const certificates: Uint8Array[] = [];

beforeAll(async () => {
  test = await createTestApp();
  documents = new Documents(test);
  const centre = await Certification.create(test);
  await centre.trust();
  await centre.publish({ from: -1, to: 1 });
  card = await documents.inStatus('ON_SIGNING');
  const { employer, university } = test.world;
  for (const [organization, algorithm] of [
    [employer, 'RSA'],
    [university, 'P-256'],
  ] as const) {
    const caller = await test.as(organization.people.head);
    const content = await download(caller, `/files/${card.revision?.file.fileId}/content`);
    const issued = await centre.issue(organization, organization.people.head, { algorithm });
    certificates.push(issued.certificate);
    const cms = base64(await signAsBrowser(issued, content, TEST_NOW));
    const body = { revisionId: card.revision?.id, cms };
    card = expectStatus(await caller.act(card.id, 'sign', card.version, body), 200).body as DocumentCardDto;
  }
  const observer = await test.as(employer.people.observer);
  files = await unzip(await download(observer, `/documents/${card.id}/bundle`));
  for (const [name, bytes] of files) openssl.write(name, bytes);
}, 60_000);
afterAll(async () => {
  openssl.remove();
  await test?.close();
});

describe('The archive of a concluded contract', () => {
  it('holds the document, a signature and a certificate per organization, the centres, the protocol and a guide', () => {
    expect(card.status).toBe('CONCLUDED');
    expect([...files.keys()].sort()).toEqual(
      [
        'Договор.pdf',
        'Вложения (не подписаны)/1. Договор.pdf',
        'Подписи/1. получатель — Фамилина-employer-head Анна Сергеевна.sig',
        'Подписи/2. автор — Фамилина-university-head Анна Сергеевна.sig',
        'Прочтите.txt',
        'Протокол проверки подписей.html',
        'Сертификаты/1. получатель — Фамилина-employer-head Анна Сергеевна.cer',
        'Сертификаты/2. автор — Фамилина-university-head Анна Сергеевна.cer',
        'Сертификаты/Доверенные центры.pem',
        'Сертификаты/Удостоверяющий центр 1.cer',
      ].sort(),
    );
  });

  it('has the very certificate of each signer', () => {
    const kept = [...files].filter(([name]) => /^Сертификаты\/\d/.test(name)).map(([, bytes]) => bytes);
    expect(kept.map((bytes) => bytes.toString('hex')).sort()).toEqual(
      certificates.map((bytes) => Buffer.from(bytes).toString('hex')).sort(),
    );
  });

  it('is confirmed by OpenSSL with the very commands it carries', () => {
    const readme = files.get('Прочтите.txt')?.toString('utf8') ?? '';
    const commands = readme.split('\r\n').filter((line) => line.startsWith('openssl '));
    expect(commands).toHaveLength(2);
    for (const command of commands) {
      expect(openssl.shell(command)).toContain('CAdES Verification successful');
    }
    openssl.write(
      'Договор.pdf',
      Buffer.concat([files.get('Договор.pdf') ?? Buffer.alloc(0), Buffer.from(' ')]),
    );
    for (const command of commands) expect(() => openssl.shell(command)).toThrow(/verification failure/i);
  });

  it('has a protocol that says what was checked, the hashes, and that the centre is a test one', () => {
    const page = files.get('Протокол проверки подписей.html')?.toString('utf8') ?? '';
    expect(page).toContain('Подтверждены все подписи: 2.');
    expect(page).toContain('ТЕСТОВЫЙ УЦ — юридической силы не имеет');
    expect(page).toContain(card.revision?.file.sha256 ?? 'no hash');
    expect(page).toContain(card.revision?.termsSha256 ?? 'no hash');
    expect(page).toContain('Документ не изменён после подписания');
    expect(page).not.toContain(test.world.employer.people.head.snils);
    expect(page).not.toMatch(/УКЭП|<script/);
  });

  it('T7: is an attachment under the document’s name', async () => {
    const caller = await documents.author();
    const response = expectStatus(await caller.get(`/documents/${card.id}/bundle`), 200);
    expect(response.headers).toMatchObject({
      'content-type': 'application/zip',
      'x-content-type-options': 'nosniff',
    });
    expect(decodeURIComponent(String(response.headers['content-disposition']))).toContain(
      `${card.title}.zip`,
    );
  });
});

describe('The archive of another document', () => {
  it('of a draft never sent does not exist yet, and is nobody else’s business', async () => {
    const draft = await documents.draft();
    const author = await documents.author();
    const response = expectStatus(await author.get(`/documents/${draft.id}/bundle`), 409);
    expect(response.body).toMatchObject({ code: 'invalid_state' });
    const recipient = await documents.recipient();
    expectStatus(await recipient.get(`/documents/${draft.id}/bundle`), 404);
  });

  it('T10: hostile names stay inside the archive’s folders and inside the shell’s quotes', async () => {
    const author = await documents.author();
    const fileId = await uploadAs("../it's $(rm -rf ~)\u202e.pdf");
    const sent = await documents.walk(await documents.draft({ files: [{ fileId, role: 'MAIN' }] }), [
      ['author', 'submit-approval'],
    ]);
    const names = [...(await unzip(await download(author, `/documents/${sent.id}/bundle`))).keys()];
    expect(names).toContain('it_s $(rm -rf ~).pdf');
    expect(names.join('\n')).not.toMatch(/\.\.\/|'|\u202e/);
  });

  it('of an earlier revision is there by its id, of a foreign one is not', async () => {
    const author = await documents.author();
    const onRevision = await documents.inStatus('ON_REVISION');
    const revisionId = onRevision.revisions[0]?.id;
    const path = `/documents/${onRevision.id}/bundle?revisionId=`;
    expect((await unzip(await download(author, `${path}${revisionId}`))).has('Договор.pdf')).toBe(true);
    expectStatus(await author.get(`${path}${card.revision?.id}`), 404);
  });

  async function uploadAs(name: string): Promise<string> {
    const author = await documents.author();
    const bytes = await download(author, `/files/${card.revision?.file.fileId}/content`);
    return (expectStatus(await author.upload(bytes, name), 201).body as { id: string }).id;
  }
});

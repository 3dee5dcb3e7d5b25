import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { FILE_LIMITS } from '@praktika/contracts';
import { docx, withDeclaredSize, xlsx, zip } from '../fixtures/office.js';
import { jpeg, png } from '../fixtures/images.js';
import { createTestApp, Documents, expectStatus, pdf, type Caller, type TestApp } from '../support/index.js';

const MEGABYTE = 1024 * 1024;

interface StoredFile {
  id: string;
  sha256: string;
  size: number;
  name: string;
  mediaType: string;
}

let test: TestApp;
let author: Caller;
let recipient: Caller;

beforeAll(async () => {
  test = await createTestApp();
  await test.app.listen(0, '127.0.0.1');
  author = await test.as(test.world.university.people.manager);
  recipient = await test.as(test.world.employer.people.manager);
});
afterAll(() => test?.close());

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
const temporaryFiles = () => readdirSync(join(test.config.dataDirectory, 'files', 'temporary'));

async function upload(bytes: Buffer, name: string): Promise<StoredFile> {
  return expectStatus(await author.upload(bytes, name), 201).body as StoredFile;
}

describe('an upload', () => {
  it('is stored once under its own hash and answered with what it is', async () => {
    const bytes = pdf('one');
    const file = await upload(bytes, 'Договор № 15.pdf');
    expect(file).toMatchObject({
      sha256: sha256(bytes),
      size: bytes.length,
      name: 'Договор № 15.pdf',
      mediaType: 'application/pdf',
    });
    const { sha256: hash } = file;
    const path = join(test.config.dataDirectory, 'files', 'sha256', hash.slice(0, 2), hash.slice(2, 4), hash);
    expect(existsSync(path)).toBe(true);
    expect(temporaryFiles()).toEqual([]);
  });

  it('of the same bytes by another organization is a file of its own', async () => {
    const bytes = pdf('the same');
    const mine = await upload(bytes, 'a.pdf');
    const theirs = expectStatus(await recipient.upload(bytes, 'b.pdf'), 201).body as StoredFile;
    expect(theirs.sha256).toBe(mine.sha256);
    expect(theirs.id).not.toBe(mine.id);
    expectStatus(await recipient.get(`/files/${mine.id}/content`), 404);
  });

  it.each([
    ['a PDF', () => pdf('ok'), 'a.pdf', 'application/pdf'],
    [
      'a DOCX',
      () => docx(),
      'a.docx',
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    ],
    ['an XLSX', () => xlsx(), 'a.XLSX', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    ['a PNG', () => png(20, 20), 'scan.png', 'image/png'],
    ['a JPEG', () => jpeg(2480, 3508), 'scan.jpeg', 'image/jpeg'],
  ])('of %s is accepted', async (_, make, name, mediaType) => {
    const response = expectStatus(await author.upload(await make(), name), 201);
    expect(response.body).toMatchObject({ name, mediaType });
  });
});

describe('T7, T9: content that is not what documents are made of is refused, naming what is accepted', () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
  const cases: readonly (readonly [string, () => Buffer | Promise<Buffer>, string, string])[] = [
    ['an empty file', () => Buffer.alloc(0), 'empty.pdf', 'empty'],
    ['an SVG', () => Buffer.from(svg), 'a.svg', 'type'],
    ['an SVG called PNG', () => Buffer.from(svg), 'a.png', 'type'],
    ['HTML called PDF', () => Buffer.from('<!doctype html><script>alert(1)</script>'), 'a.pdf', 'type'],
    ['HTML with a PDF behind it', () => Buffer.concat([Buffer.from('<html>'), pdf('x')]), 'a.pdf', 'type'],
    ['XML', () => Buffer.from('<?xml version="1.0"?><a/>'), 'a.xml', 'type'],
    ['a Windows program', () => Buffer.concat([Buffer.from('MZ\x90\0'), Buffer.alloc(500)]), 'a.exe', 'type'],
    [
      'a program called PDF',
      () => Buffer.concat([Buffer.from('MZ\x90\0'), Buffer.alloc(500)]),
      'a.pdf',
      'type',
    ],
    [
      'an ELF program',
      () => Buffer.concat([Buffer.from('\x7fELF', 'latin1'), Buffer.alloc(500)]),
      'a.docx',
      'type',
    ],
    ['plain text', () => Buffer.from('hello'), 'a.txt', 'type'],
    ['a GIF', () => Buffer.from('GIF89a\x01\0\x01\0\0\0\0', 'latin1'), 'a.gif', 'type'],
    ['a PDF called DOCX', () => pdf('x'), 'a.docx', 'extension'],
    ['a PDF called EXE', () => pdf('x'), 'договор.pdf.exe', 'extension'],
    ['a DOCX called PDF', () => docx(), 'a.pdf', 'extension'],
    ['a PDF cut in the middle', () => pdf('x').subarray(0, 300), 'a.pdf', 'damaged'],
    ['a DOCX cut in the middle', async () => (await docx()).subarray(0, 200), 'a.docx', 'damaged'],
    ['a plain archive', () => zip({ 'a.txt': 'a' }), 'a.zip', 'type'],
    ['a plain archive called DOCX', () => zip({ 'a.txt': 'a' }), 'a.docx', 'type'],
    [
      'a DOCX that unpacks a thousandfold',
      () => docx({ 'word/a.xml': 60 * MEGABYTE }),
      'a.docx',
      'archive_bomb',
    ],
    [
      'a DOCX declaring 3 GB',
      async () => withDeclaredSize(await docx(), 3_000_000_000),
      'a.docx',
      'archive_bomb',
    ],
    [
      'a DOCX that holds more than it declares',
      async () => withDeclaredSize(await docx({ 'word/a.xml': 5 * MEGABYTE }), 100),
      'a.docx',
      'damaged',
    ],
    [
      'a DOCX of a thousand and more parts',
      () => docx(Object.fromEntries(Array.from({ length: 1_001 }, (_, index) => [`p/${index}.xml`, 'x']))),
      'a.docx',
      'archive_bomb',
    ],
    [
      'a DOCX with an archive inside',
      async () => docx({ 'word/a.xml': await zip({ b: 'b' }) }),
      'a.docx',
      'archive_bomb',
    ],
    ['a DOCX with macros', () => docx({ 'word/vbaProject.bin': 'x' }), 'a.docx', 'active_content'],
    ['a DOCX with a program', () => docx({ 'word/run.exe': 'x' }), 'a.docx', 'active_content'],
    [
      'a DOCM called DOCX',
      () => docx({ '[Content_Types].xml': 'application/vnd.ms-word.document.macroEnabled.main+xml' }),
      'a.docx',
      'active_content',
    ],
    ['a PNG of 900 megapixels', () => png(30_000, 30_000), 'a.png', 'image_too_large'],
    ['a JPEG of 400 megapixels', () => jpeg(20_000, 20_000), 'a.jpg', 'image_too_large'],
    ['a JPEG without a frame', () => Buffer.from('ffd8ffe00004000000', 'hex'), 'a.jpg', 'damaged'],
  ];

  it.each(cases)('%s', async (_, make, name, reason) => {
    const before = await rows();
    const bytes = await make();
    const startedAt = performance.now();
    const response = expectStatus(await author.upload(bytes, name), 422);
    expect(performance.now() - startedAt).toBeLessThan(2_000);
    expect(response.body).toMatchObject({ code: 'file_rejected', reason });
    expect((response.body as { detail: string }).detail).toMatch(
      /Принимаются PDF, DOCX, XLSX, JPG и PNG, до 70 МБ/,
    );
    expect(await rows()).toBe(before);
    expect(temporaryFiles()).toEqual([]);
  });

  async function rows(): Promise<number> {
    const { rows: found } = await test.database.owner.query<{ n: number }>(
      'SELECT count(*)::int AS n FROM files',
    );
    return found[0]?.n ?? -1;
  }
});

describe('T10: names are cleaned, and the answer to a download has one line for them', () => {
  it.each([
    ['../../etc/passwd.pdf', 'passwd.pdf'],
    ['C:\\Users\\hr\\договор.pdf', 'договор.pdf'],
    ['договор\u202efdp.pdf', 'договорfdp.pdf'],
    ['a\u0000b.pdf', 'ab.pdf'],
    ['CON.pdf', '_CON.pdf'],
    ['.pdf', 'pdf.pdf'],
    ['…/', 'файл.pdf'],
    ['Договор от 01.09.2026', 'Договор от 01.09.2026.pdf'],
    ['и\u0306.pdf', 'й.pdf'],
    ['<img src=x onerror=alert(1)>.pdf', '_img src=x onerror=alert(1)_.pdf'],
    ["it's; a=b.pdf", "it's; a=b.pdf"],
    ['📄 договор.pdf', '📄 договор.pdf'],
  ])('%j becomes %j', async (sent, name) => {
    const file = await rawUpload(sent);
    expect(file.name).toBe(name);
    const response = expectStatus(await author.get(`/files/${file.id}/content`), 200);
    const header = String(response.headers['content-disposition']);
    expect(header).toMatch(/^attachment; filename="[\x20-\x7e]*"; filename\*=UTF-8''[\x21-\x7e]+$/);
    expect(decodeURIComponent(header.split("UTF-8''")[1] ?? '')).toBe(name);
  });

  it('a name of 5,000 characters is cut to 255 bytes and keeps its extension', async () => {
    const { name } = await rawUpload(`${'Ж'.repeat(5_000)}.pdf`);
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255);
    expect(name).toMatch(/^Ж{100,}\.pdf$/);
  });

  /** A form written by hand: clients of HTTP libraries clean names themselves. */
  async function rawUpload(name: string): Promise<StoredFile> {
    const quoted = name.replaceAll('\\', '\\\\').replaceAll('"', '%22');
    const body = Buffer.concat([
      Buffer.from(`--b\r\ncontent-disposition: form-data; name="file"; filename="${quoted}"\r\n`),
      Buffer.from('content-type: application/octet-stream\r\n\r\n'),
      pdf(name.slice(0, 20)),
      Buffer.from('\r\n--b--\r\n'),
    ]);
    const response = await author
      .send('post', '/files')
      .set('content-type', 'multipart/form-data; boundary=b')
      .send(body);
    return expectStatus(response, 201).body as StoredFile;
  }
});

describe('F11: size', () => {
  it('a file of exactly the limit passes, one byte more is refused with the limit', async () => {
    const tail = Buffer.from('\nstartxref\n0\n%%EOF\n');
    const whole = Buffer.concat([Buffer.alloc(FILE_LIMITS.size - tail.length, '%PDF-1.4\n'), tail]);
    expectStatus(await author.upload(whole, 'big.pdf'), 201);
    const response = expectStatus(
      await author.upload(Buffer.concat([whole, Buffer.from('x')]), 'big.pdf'),
      413,
    );
    expect(response.body).toMatchObject({ code: 'payload_too_large', limit: FILE_LIMITS.size });
    expect((response.body as { detail: string }).detail).toContain('70 МБ');
    expect(temporaryFiles()).toEqual([]);
  }, 60_000);

  it('a declared hundred megabytes are refused before they are sent', async () => {
    const { status, sent } = await stream({ 'content-length': String(100 * MEGABYTE) }, 100 * MEGABYTE);
    expect(status).toBe(413);
    expect(sent).toBeLessThan(20 * MEGABYTE);
    expect(temporaryFiles()).toEqual([]);
  }, 60_000);

  it('an undeclared size is refused soon after the limit', async () => {
    const { status, sent } = await stream({ 'transfer-encoding': 'chunked' }, 200 * MEGABYTE);
    expect(status).toBe(413);
    expect(sent).toBeLessThan(FILE_LIMITS.size + 20 * MEGABYTE);
    expect(temporaryFiles()).toEqual([]);
  }, 60_000);

  it('an upload broken off in the middle leaves nothing', async () => {
    await stream({ 'content-length': String(50 * MEGABYTE) }, 10 * MEGABYTE, 'break off');
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(temporaryFiles()).toEqual([]);
  }, 60_000);

  /** Sends a form's file in pieces until an answer comes. @returns the status and the bytes handed to the socket */
  function stream(
    headers: Record<string, string>,
    size: number,
    end?: 'break off',
  ): Promise<{ status: number; sent: number }> {
    const { port } = test.app.getHttpServer().address() as AddressInfo;
    return new Promise((resolve) => {
      let sent = 0;
      let answered = false;
      const call = httpRequest({
        port,
        host: '127.0.0.1',
        method: 'POST',
        path: '/api/v1/files',
        headers: { ...author.headers, ...headers, 'content-type': 'multipart/form-data; boundary=b' },
      });
      call.on('response', (response: IncomingMessage) => {
        answered = true;
        response.resume();
        resolve({ status: response.statusCode ?? 0, sent });
        call.destroy();
      });
      call.on('error', () => resolve({ status: 0, sent }));
      call.write('--b\r\ncontent-disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF-1.4\n');
      const piece = Buffer.alloc(256 * 1024, 'x');
      const pump = () => {
        while (!answered && sent < size) {
          sent += piece.length;
          if (!call.write(piece)) return void call.once('drain', () => setImmediate(pump));
        }
        if (end === 'break off') setTimeout(() => call.destroy(), 50);
      };
      pump();
    });
  }
});

describe('a form', () => {
  it('without the file is refused at the field', async () => {
    const response = await author.send('post', '/files').field('other', 'x');
    expect(expectStatus(response, 422).body).toMatchObject({
      code: 'validation_failed',
      errors: [{ pointer: '/other', code: 'unknown_field' }],
    });
  });

  it('that is no form is refused by its type', async () => {
    expectStatus(await author.post('/files', { file: 'x' }), 415);
  });

  it('that breaks off is the sender’s mistake', async () => {
    const response = await author
      .send('post', '/files')
      .set('content-type', 'multipart/form-data; boundary=b')
      .send(Buffer.from('--b\r\ncontent-disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF'));
    expect(expectStatus(response, 422).body).toMatchObject({ errors: [{ code: 'malformed_multipart' }] });
    expect(temporaryFiles()).toEqual([]);
  });
});

describe('a download', () => {
  let file: StoredFile;
  const bytes = pdf('range '.repeat(2_000));

  beforeAll(async () => {
    file = await upload(bytes, 'Диапазон.pdf');
  });

  const get = (headers: Record<string, string> = {}) =>
    author
      .send('get', `/files/${file.id}/content`)
      .set(headers)
      .buffer(true)
      .parse((response, done) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => done(null, Buffer.concat(chunks)));
      });

  it('T7: gives the exact bytes as an attachment that nothing may run in or embed', async () => {
    const response = expectStatus(await get(), 200);
    expect(sha256(response.body as Buffer)).toBe(file.sha256);
    expect(response.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(bytes.length),
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'",
      'cross-origin-resource-policy': 'same-origin',
      'accept-ranges': 'bytes',
      etag: `"${file.sha256}"`,
    });
    expect(response.headers['content-disposition']).toMatch(/^attachment;/);
  });

  it.each([
    ['bytes=0-9', 0, 9],
    ['bytes=100-', 100, bytes.length - 1],
    ['bytes=-50', bytes.length - 50, bytes.length - 1],
    ['bytes=10-99999999', 10, bytes.length - 1],
  ])('of %s is that part', async (range, start, end) => {
    const response = expectStatus(await get({ range }), 206);
    expect((response.body as Buffer).equals(bytes.subarray(start, end + 1))).toBe(true);
    expect(response.headers['content-range']).toBe(`bytes ${start}-${end}/${bytes.length}`);
    expect(response.headers['content-length']).toBe(String(end - start + 1));
  });

  it.each(['bytes=5-2', 'items=0-1', 'bytes=0-1,5-6', 'bytes=a-b', 'bytes=-'])(
    'ignores %s',
    async (range) => {
      expectStatus(await get({ range }), 200);
    },
  );

  it('beyond the end is 416 with the size', async () => {
    const response = expectStatus(await get({ range: `bytes=${bytes.length}-` }), 416);
    expect(response.headers['content-range']).toBe(`bytes */${bytes.length}`);
  });

  it('already at hand is 304; a range of another copy is the whole', async () => {
    expectStatus(await get({ 'if-none-match': `"${file.sha256}"` }), 304);
    expectStatus(await get({ range: 'bytes=0-1', 'if-range': '"other"' }), 200);
    expectStatus(await get({ range: 'bytes=0-1', 'if-range': `"${file.sha256}"` }), 206);
  });
});

describe('who reads a file', () => {
  const MISSING = '01900000-0000-7000-8000-000000000000';

  it('of a draft: the author’s colleagues, nobody else; of what was sent: the recipient too', async () => {
    const documents = new Documents(test);
    const draft = await documents.draft();
    const id = draft.files[0]?.fileId ?? '';
    const colleague = await test.as(test.world.university.people.observer);
    expectStatus(await colleague.get(`/files/${id}/content`), 200);
    expectStatus(await recipient.get(`/files/${id}/content`), 404);

    await documents.walk(draft, [['author', 'submit-approval']]);
    expectStatus(await recipient.get(`/files/${id}/content`), 200);
    const foreign = await test.as(test.world.foreignEmployer.people.head);
    expectStatus(await foreign.get(`/files/${id}/content`), 404);
  });

  it('T1: foreign, missing and malformed ids give the same answer, byte for byte', async () => {
    const mine = await upload(pdf('mine'), 'mine.pdf');
    const foreign = await test.as(test.world.foreignUniversity.people.head);
    const answers = [];
    for (const id of [mine.id, MISSING, 'not-an-id']) {
      const response = expectStatus(await foreign.get(`/files/${id}/content`), 404);
      const body = response.body as Record<string, unknown>;
      answers.push(JSON.stringify({ ...body, instance: '', traceId: '' }));
    }
    expect(new Set(answers).size).toBe(1);
  });

  it('an observer may not upload, and nobody may without signing in', async () => {
    const observer = await test.as(test.world.university.people.observer);
    expectStatus(await observer.upload(pdf('x'), 'x.pdf'), 403);
    expectStatus(await test.anonymous.upload(pdf('x'), 'x.pdf'), 401);
    expectStatus(await test.anonymous.get(`/files/${MISSING}/content`), 401);
  });
});

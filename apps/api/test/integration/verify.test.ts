import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { IssuedCertificate } from '@praktika/signing/demo-ca';
import { Certification, signAsBrowser } from '../fixtures/certification.js';
import { createTestApp, expectStatus, pdf, TEST_NOW, type TestApp } from '../support/index.js';

const CONTENT = pdf('public');
let test: TestApp;
let centre: Certification;
let head: IssuedCertificate;
let good: Uint8Array;

beforeEach(async () => {
  test = await createTestApp();
  centre = await Certification.create(test);
  await centre.trust();
  await centre.publish({ from: -1, to: 1 });
  head = await centre.issue(test.world.employer, test.world.employer.people.head);
  good = await signAsBrowser(head, CONTENT, TEST_NOW);
});
afterEach(() => test?.close());

function verify(content: Uint8Array, signature: Uint8Array, fields: Record<string, string> = {}) {
  const form = test.anonymous
    .send('post', '/verify')
    .attach('content', Buffer.from(content), { filename: 'a.pdf' })
    .attach('signature', Buffer.from(signature), { filename: 'a.sig' });
  for (const [name, value] of Object.entries(fields)) void form.field(name, value);
  return form;
}

const temporaryFiles = () => readdirSync(join(test.config.dataDirectory, 'files', 'temporary'));

describe('«Проверить подпись» for everybody', () => {
  it('confirms a good signature line by line, marks the test centre, and keeps nothing', async () => {
    const response = expectStatus(await verify(CONTENT, good), 200);
    expect(response.body).toMatchObject({
      indication: 'TOTAL-PASSED',
      indicationText: 'Подпись подтверждена',
      test: true,
      testMark: 'ТЕСТОВЫЙ УЦ — юридической силы не имеет',
      signer: { organization: test.world.employer.fullName, inn: test.world.employer.inn },
    });
    expect(response.text).not.toContain(test.world.employer.people.head.snils);
    expect(temporaryFiles()).toEqual([]);
    const { rows } = await test.database.owner.query<{ n: number }>(
      'SELECT (SELECT count(*) FROM files)::int + (SELECT count(*) FROM signatures)::int AS n',
    );
    expect(rows[0]?.n).toBe(0);
  });

  it('compares with whom one expects', async () => {
    const { inn, ogrn, people } = test.world.employer;
    const expected = { innLegalEntity: inn, ogrn, surname: people.head.surname, snils: people.head.snils };
    expect(expectStatus(await verify(CONTENT, good, expected), 200).body).toMatchObject({
      indication: 'TOTAL-PASSED',
    });
    const other = await verify(CONTENT, good, { innLegalEntity: test.world.university.inn });
    expect(expectStatus(other, 200).body).toMatchObject({ indication: 'INDETERMINATE', code: 'ORG_INN' });
  });

  it('tells a changed document, and what is no signature at all', async () => {
    const changed = await verify(Buffer.concat([CONTENT, Buffer.from(' ')]), good);
    expect(expectStatus(changed, 200).body).toMatchObject({
      indication: 'TOTAL-FAILED',
      code: 'DIGEST_MISMATCH',
    });
    const garbage = await verify(CONTENT, Buffer.from('garbage'));
    expect(expectStatus(garbage, 200).body).toMatchObject({ indication: 'TOTAL-FAILED', code: 'NOT_CMS' });
  });

  it('T30: without a fresh revocation list the answer is INDETERMINATE / TRY_LATER with 200', async () => {
    test.clock.set(centre.day(3));
    expect(expectStatus(await verify(CONTENT, good), 200).body).toMatchObject({
      indication: 'INDETERMINATE',
      subIndication: 'TRY_LATER',
      code: 'CRL_STALE',
    });
  });

  it('refuses a form without a part, and a signature of more than a megabyte, by name and limit', async () => {
    const missing = await test.anonymous.send('post', '/verify').attach('content', CONTENT, 'a.pdf');
    expect(expectStatus(missing, 422).body).toMatchObject({ errors: [{ pointer: '/signature' }] });
    const large = await verify(CONTENT, Buffer.alloc(1024 * 1024 + 1, 'A'));
    expect(expectStatus(large, 413).body).toMatchObject({ code: 'payload_too_large', limit: 1024 * 1024 });
    expect(temporaryFiles()).toEqual([]);
  });

  it('answers twenty requests a minute, the next is told when to come back', async () => {
    const send = () => test.anonymous.send('post', '/verify');
    for (let count = 0; count < 20; count += 1) expectStatus(await send(), 415);
    const response = expectStatus(await send(), 429);
    expect(response.body).toMatchObject({ code: 'rate_limited' });
    expect(Number(response.headers['retry-after'])).toBeGreaterThan(0);
  });
});

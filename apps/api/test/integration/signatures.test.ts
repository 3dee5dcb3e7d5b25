import { createDemoCa, type IssuedCertificate } from '@praktika/signing/demo-ca';
import type { DocumentCardDto } from '../../src/modules/documents/index.js';
import { base64, Certification, pem, signAsBrowser } from '../fixtures/certification.js';
import { download } from '../fixtures/downloads.js';
import { OpenSsl } from '../fixtures/openssl.js';
import {
  Caller,
  createTestApp,
  Documents,
  expectStatus,
  pdf,
  TEST_NOW,
  TEST_PASSWORD,
  type TestApp,
  type TestOrganization,
} from '../support/index.js';

const openssl = new OpenSsl();
let test: TestApp;
let documents: Documents;
let centre: Certification;
let head: IssuedCertificate;
let revoked: IssuedCertificate;
let held: IssuedCertificate;
let headCaller: Caller;

beforeAll(async () => {
  test = await createTestApp();
  documents = new Documents(test);
  centre = await Certification.create(test);
  const { employer } = test.world;
  [head, revoked, held] = await Promise.all([
    centre.issue(employer, employer.people.head),
    centre.issue(employer, employer.people.head),
    centre.issue(employer, employer.people.head),
  ]);
  await centre.trust();
  await centre.publish({ from: -1, to: 7 }, [
    { certificate: revoked.certificate, date: centre.day(-2), reason: 1 },
    { certificate: held.certificate, date: centre.day(-2), reason: 6 },
  ]);
  headCaller = await test.as(employer.people.head);
});
afterAll(async () => {
  openssl.remove();
  await test?.close();
});

const contentOf = (card: DocumentCardDto, caller = headCaller) =>
  download(caller, `/files/${card.revision?.file.fileId}/content`);
const byHead = (content: Uint8Array, at = TEST_NOW) => signAsBrowser(head, content, at);

const sign = (card: DocumentCardDto, cms: Uint8Array, caller = headCaller) =>
  caller.act(card.id, 'sign', card.version, { revisionId: card.revision?.id, cms: base64(cms) });

async function signedRows(documentId: string): Promise<number> {
  const { rows } = await test.database.owner.query<{ n: number }>(
    'SELECT count(*)::int AS n FROM signatures WHERE document_id = $1',
    [documentId],
  );
  return rows[0]?.n ?? -1;
}

describe('A broken signature is refused with the failed check, and the document stays as it was', () => {
  let card: DocumentCardDto;
  let content: Buffer;

  beforeAll(async () => {
    card = await documents.inStatus('ON_SIGNING');
    content = await contentOf(card);
  });

  const changed = (bytes: Uint8Array, at: number) =>
    bytes.map((byte, index) => (index === (at + bytes.length) % bytes.length ? byte ^ 1 : byte));
  const issued = (changes: Parameters<Certification['issue']>[2], person = test.world.employer.people.head) =>
    centre.issue(test.world.employer, person, changes);
  const byIssued = async (changes: Parameters<Certification['issue']>[2]) =>
    signAsBrowser(await issued(changes), content, TEST_NOW);

  const cases: readonly (readonly [string, string, () => Uint8Array | Promise<Uint8Array>])[] = [
    ['over another document', 'DIGEST_MISMATCH', () => byHead(pdf('another'))],
    [
      'over the document with a byte appended',
      'DIGEST_MISMATCH',
      () => byHead(Buffer.concat([content, Buffer.from('\n')])),
    ],
    ['with its value changed', 'SIGNATURE_INVALID', async () => changed(await byHead(content), -1)],
    [
      'that is garbage',
      'NOT_CMS',
      () => Uint8Array.from([0x30, ...Array.from({ length: 500 }, (_, index) => index % 251)]),
    ],
    ['cut in the middle', 'NOT_CMS', async () => (await byHead(content)).subarray(0, 400)],
    ['that is a certificate', 'NOT_CMS', () => head.certificate],
    ['that is the document itself', 'NOT_CMS', () => content],
    ['with data behind it', 'TRAILING_DATA', async () => Uint8Array.from([...(await byHead(content)), 0, 0])],
    ['with the document inside', 'NOT_DETACHED', () => openssl.sign(content, [head], '-nodetach', '-cades')],
    [
      'with another document inside',
      'NOT_DETACHED',
      () => openssl.sign(pdf('other'), [head], '-nodetach', '-cades'),
    ],
    ['by two signers', 'SIGNER_COUNT', () => openssl.sign(content, [head, revoked], '-cades')],
    ['without signed attributes', 'NO_SIGNED_ATTRIBUTES', () => openssl.sign(content, [head], '-noattr')],
    ['without signing-certificate', 'NOT_CADES_BES', () => openssl.sign(content, [head])],
    ['with SHA-1', 'DIGEST_ALG', () => openssl.sign(content, [head], '-cades', '-md', 'sha1')],
    [
      'without the signer’s certificate',
      'SIGNER_CERT_MISSING',
      () => openssl.sign(content, [head], '-cades', '-nocerts'),
    ],
    [
      'with a signing time in the future',
      'SIGNING_TIME_FUTURE',
      () => byHead(content, new Date(TEST_NOW.getTime() + 3_600_000)),
    ],
    [
      'by an expired certificate',
      'CERT_EXPIRED',
      () => byIssued({ notBefore: centre.day(-300), notAfter: centre.day(-1) }),
    ],
    ['by a certificate not yet valid', 'CERT_NOT_YET_VALID', () => byIssued({ notBefore: centre.day(1) })],
    ['by a certificate that may not sign', 'KEY_USAGE', () => byIssued({ keyUsage: [2] })],
    ['by a certificate without key usage', 'KEY_USAGE', () => byIssued({ keyUsage: [] })],
    ['by a revoked certificate', 'REVOKED', () => signAsBrowser(revoked, content, TEST_NOW)],
    ['by a suspended certificate', 'REVOKED', () => signAsBrowser(held, content, TEST_NOW)],
    [
      'by a centre of the same name that nobody trusts',
      'CHAIN_NOT_FOUND',
      async () => {
        const stranger = await Certification.create(test);
        const { employer } = test.world;
        return signAsBrowser(await stranger.issue(employer, employer.people.head), content, TEST_NOW);
      },
    ],
    [
      'by another organization',
      'ORG_INN',
      async () => {
        const { foreignEmployer, employer } = test.world;
        return signAsBrowser(await centre.issue(foreignEmployer, employer.people.head), content, TEST_NOW);
      },
    ],
    [
      'by a personal certificate without a power of attorney',
      'ORG_INN',
      () => byIssued({ organization: undefined }),
    ],
    [
      'by a colleague',
      'PERSON_SNILS',
      async () => signAsBrowser(await issued({}, test.world.employer.people.signatory), content, TEST_NOW),
    ],
  ];

  it.each(cases)('T30: %s → %s', async (_, code, make) => {
    const response = expectStatus(await sign(card, await make()), 422);
    const body = response.body as {
      code: string;
      detail: string;
      report: { code: string; checks: object[] };
    };
    expect(body).toMatchObject({ code: 'signature_invalid', report: { code, test: true } });
    expect(body.detail).toMatch(/[А-Яа-яё]/);
    expect(body.report.checks).toContainEqual(expect.objectContaining({ code, status: 'FAILED' }));
    const after = expectStatus(await headCaller.get(`/documents/${card.id}`), 200).body as DocumentCardDto;
    expect(after).toMatchObject({ status: 'ON_SIGNING', version: card.version, signatures: [] });
    expect(await signedRows(card.id)).toBe(0);
  });

  it('that is no base64 is refused at its field', async () => {
    for (const cms of ['', '§', 'AAA']) {
      const response = await headCaller.act(card.id, 'sign', card.version, {
        revisionId: card.revision?.id,
        cms,
      });
      expect(expectStatus(response, 422).body).toMatchObject({ errors: [{ pointer: '/cms' }] });
    }
  });

  it('of more than a megabyte is refused by its size', async () => {
    const cms = 'A'.repeat(1_600_000);
    const response = await headCaller.act(card.id, 'sign', card.version, {
      revisionId: card.revision?.id,
      cms,
    });
    expect(expectStatus(response, 413).body).toMatchObject({ code: 'payload_too_large' });
  });
});

describe('A good signature', () => {
  it.each(['P-256', 'RSA'] as const)(
    'E5.4.5t: by a key of kind %s is stored and moves the contract on',
    async (algorithm) => {
      const card = await documents.inStatus('ON_SIGNING');
      const { employer } = test.world;
      const issued = await centre.issue(employer, employer.people.head, { algorithm });
      const cms = await signAsBrowser(issued, await contentOf(card), TEST_NOW);
      const signed = expectStatus(await sign(card, cms), 200).body as DocumentCardDto;
      expect(signed).toMatchObject({ status: 'SIGNED_BY_RECIPIENT' });
      expect(signed.signatures).toHaveLength(1);
    },
  );

  it.each([
    ['PEM', (der: Uint8Array) => Buffer.from(pem('CMS', der))],
    ['base64 with line breaks', (der: Uint8Array) => Buffer.from(base64(der).replace(/(.{64})/g, '$1\r\n'))],
  ])('in %s is accepted and kept as DER', async (_, dress) => {
    const card = await documents.inStatus('ON_SIGNING');
    const der = await byHead(await contentOf(card));
    const signed = expectStatus(await sign(card, dress(der)), 200).body as DocumentCardDto;
    const kept = await download(headCaller, `/signatures/${signed.signatures[0]?.id}/cms`);
    expect(kept.equals(Buffer.from(der))).toBe(true);
  });

  it('is kept whole: the database takes no other bytes under its hash', async () => {
    const other = `INSERT INTO signatures SELECT (jsonb_populate_record(s, jsonb_build_object('id', gen_random_uuid(),
        'cms', '\\x3000'))).* FROM signatures s LIMIT 1`;
    await expect(test.database.owner.query(other)).rejects.toMatchObject({
      code: '23514',
      constraint: 'signatures_check',
    });
  });

  it('by OpenSSL with SHA-512 is read from the file and accepted', async () => {
    const card = await documents.inStatus('ON_SIGNING');
    const content = await contentOf(card);
    test.clock.set(new Date());
    const caller = await signInAgain(test.world.employer);
    const lists = await Certification.create(test);
    await lists.trust();
    await lists.publish({ from: -1, to: 1 });
    const issued = await lists.issue(test.world.employer, test.world.employer.people.head);
    const cms = openssl.sign(content, [issued], '-cades', '-md', 'sha512');
    try {
      expectStatus(await sign(card, cms, caller), 200);
    } finally {
      test.clock.set(TEST_NOW);
    }
  });

  it('sent again for another document with the same file is a replay', async () => {
    const author = await documents.author();
    const fileId = await documents.file(author);
    const [first, second] = [
      await documents.walk(await documents.draft({ files: [{ fileId, role: 'MAIN' }] }), [
        ['author', 'submit-signing'],
      ]),
      await documents.walk(await documents.draft({ files: [{ fileId, role: 'MAIN' }] }), [
        ['author', 'submit-signing'],
      ]),
    ];
    const cms = await byHead(await contentOf(first));
    expectStatus(await sign(first, cms), 200);
    expect(expectStatus(await sign(second, cms), 409).body).toMatchObject({ code: 'duplicate' });
    expect(await signedRows(second.id)).toBe(0);
  });

  it('over a revision that is no longer current is told so (T25)', async () => {
    const card = await documents.inStatus('ON_SIGNING');
    const cms = await byHead(await contentOf(card));
    const revisionId = '01900000-0000-7000-8000-000000000000';
    const response = await headCaller.act(card.id, 'sign', card.version, { revisionId, cms: base64(cms) });
    expect(expectStatus(response, 409).body).toMatchObject({ code: 'document_changed' });
  });

  it('by a sole proprietor is bound by ОГРНИП', async () => {
    const { foreignEmployer, foreignUniversity } = test.world;
    const organization = { ogrnip: '304770000000020', inn: '770000000082' };
    await test.database.owner.query(
      `UPDATE organizations SET legal_form = 'SOLE_PROPRIETOR', inn = $2, ogrn = $3, kpp = NULL WHERE id = $1`,
      [foreignEmployer.id, organization.inn, organization.ogrnip],
    );
    const pair = new Documents(test, { employer: foreignEmployer, university: foreignUniversity });
    const card = await pair.inStatus('ON_SIGNING');
    const proprietor = await test.as(foreignEmployer.people.head);
    const content = await contentOf(card, proprietor);
    const legalEntity = await centre.issue(foreignEmployer, foreignEmployer.people.head);
    const refused = await sign(card, await signAsBrowser(legalEntity, content, TEST_NOW), proprietor);
    expect(expectStatus(refused, 422).body).toMatchObject({ report: { code: 'ORG_INN' } });
    const own = await centre.issue(foreignEmployer, foreignEmployer.people.head, { organization });
    expectStatus(await sign(card, await signAsBrowser(own, content, TEST_NOW), proprietor), 200);
  });
});

describe('A signature delivered by an API token (domain.md §8.4)', () => {
  let token: Caller;

  beforeAll(async () => {
    const scopes = ['documents:read', 'documents:sign-request'];
    const administrator = await test.as(test.world.employer.people.administrator);
    const response = await administrator.post('/api-tokens', { name: 'Кадры', scopes, expiresInDays: 30 });
    const { token: secret } = expectStatus(response, 201).body as { token: string };
    token = test.anonymous.with({ authorization: `Bearer ${secret}` });
  });

  it('counts as made by the head whom the certificate names, not by who issued the token', async () => {
    const { employer } = test.world;
    const { head } = employer.people;
    const card = await documents.inStatus('ON_SIGNING');
    const issued = await centre.issue(employer, head);
    const cms = await signAsBrowser(issued, await contentOf(card), TEST_NOW);
    expectStatus(await sign(card, cms, token), 200);
    const { rows } = await test.database.owner.query<{ person_id: string; token: boolean }>(
      'SELECT person_id, token_id IS NOT NULL AS token FROM signatures WHERE document_id = $1',
      [card.id],
    );
    expect(rows).toEqual([{ person_id: head.id, token: true }]);
  });

  it('E5.4.n2: of the employer ends the author’s right to withdraw; the contract stays as it is', async () => {
    const card = await documents.inStatus('ON_SIGNING');
    expectStatus(await sign(card, await byHead(await contentOf(card))), 200);
    const author = await documents.author();
    const read = async () =>
      expectStatus(await author.get(`/documents/${card.id}`), 200).body as DocumentCardDto;
    const signed = await read();
    expect(signed.availableActions.map(({ action }) => action)).not.toContain('withdraw');
    const late = await author.act(card.id, 'withdraw', signed.version, { reason: 'Передумали' });
    expect(expectStatus(late, 409).body).toMatchObject({
      code: 'invalid_state',
      current: { status: 'SIGNED_BY_RECIPIENT', by: expect.any(String), at: expect.any(String) },
    });
    expect(await read()).toEqual(signed);
  });

  it('of a signatory by the organization’s certificate is refused: that certificate is its head’s', async () => {
    const { employer } = test.world;
    const card = await documents.inStatus('ON_SIGNING');
    const issued = await centre.issue(employer, employer.people.signatory);
    const cms = await signAsBrowser(issued, await contentOf(card), TEST_NOW);
    expect(expectStatus(await sign(card, cms, token), 422).body.code).toBe('signature_invalid');
    const signatory = await test.as(employer.people.signatory);
    const refused = expectStatus(await sign(card, cms, signatory), 403).body;
    expect(refused).toMatchObject({ code: 'forbidden', detail: expect.stringContaining('руководитель') });
  });

  it('of an employee without the right to sign is refused', async () => {
    const { employer } = test.world;
    const card = await documents.inStatus('ON_SIGNING');
    const issued = await centre.issue(employer, employer.people.manager);
    const cms = await signAsBrowser(issued, await contentOf(card), TEST_NOW);
    expect(expectStatus(await sign(card, cms, token), 422).body).toMatchObject({
      report: { code: 'PERSON_NAME' },
    });
  });
});

describe('Reading signatures', () => {
  let card: DocumentCardDto;

  beforeAll(async () => {
    const onSigning = await documents.inStatus('ON_SIGNING');
    card = expectStatus(await sign(onSigning, await byHead(await contentOf(onSigning))), 200)
      .body as DocumentCardDto;
  });

  it('T2: both sides see who signed and with what verdict, never a СНИЛС', async () => {
    const { employer } = test.world;
    for (const caller of [await documents.author(), await test.as(employer.people.observer)]) {
      const list = expectStatus(await caller.get(`/documents/${card.id}/signatures`), 200);
      expect(list.body).toMatchObject({
        items: [{ role: 'recipient', organizationId: employer.id, indication: 'TOTAL-PASSED', test: true }],
      });
      const report = expectStatus(await caller.get(`/signatures/${card.signatures[0]?.id}/report`), 200);
      expect(report.body).toMatchObject({
        fileSha256: card.revision?.file.sha256,
        runs: 1,
        atReceipt: {
          report: { indication: 'TOTAL-PASSED', testMark: 'ТЕСТОВЫЙ УЦ — юридической силы не имеет' },
        },
      });
      expect(list.text + report.text).not.toContain(employer.people.head.snils);
    }
  });

  it('T7: the .sig is an attachment', async () => {
    const response = expectStatus(await headCaller.get(`/signatures/${card.signatures[0]?.id}/cms`), 200);
    expect(response.headers).toMatchObject({
      'content-type': 'application/pkcs7-signature',
      'x-content-type-options': 'nosniff',
    });
    expect(response.headers['content-disposition']).toMatch(/^attachment; .*\.sig/);
  });

  it('T1: a foreign organization gets the answer of a missing object at every address', async () => {
    const foreign = await test.as(test.world.foreignUniversity.people.head);
    const missing = '01900000-0000-7000-8000-000000000000';
    const signature = card.signatures[0]?.id ?? '';
    for (const [method, path, id] of [
      ['get', '/documents/:id/signatures', card.id],
      ['get', '/documents/:id/bundle', card.id],
      ['get', '/signatures/:id/cms', signature],
      ['get', '/signatures/:id/report', signature],
      ['post', '/signatures/:id/actions/revalidate', signature],
    ] as const) {
      const bodies = [];
      for (const value of [id, missing, 'no-id']) {
        const response = expectStatus(await foreign.send(method, path.replace(':id', value)), 404);
        bodies.push(JSON.stringify({ ...(response.body as object), instance: '', traceId: '' }));
      }
      expect(new Set(bodies).size).toBe(1);
    }
  });

  it('a later check is made as of receipt: the signature outlives its certificate and its lists', async () => {
    test.clock.set(centre.day(4_000));
    try {
      const later = await signInAgain(test.world.employer);
      const id = card.signatures[0]?.id;
      const response = expectStatus(await later.send('post', `/signatures/${id}/actions/revalidate`), 200);
      expect(response.body).toMatchObject({
        at: test.clock.now().toISOString(),
        report: { indication: 'TOTAL-PASSED', verifiedAt: TEST_NOW.toISOString() },
      });
      const report = expectStatus(await later.get(`/signatures/${id}/report`), 200);
      expect(report.body).toMatchObject({ runs: 2, latest: { at: test.clock.now().toISOString() } });
    } finally {
      test.clock.set(TEST_NOW);
    }
  });
});

describe('Without a fresh revocation list', () => {
  it('T30: signing answers 503 with Retry-After and stores nothing; with a list the same signature passes', async () => {
    const other = await Certification.create(test);
    await other.trust();
    await other.publish({ from: -9, to: -2 });
    const { employer } = test.world;
    const card = await documents.inStatus('ON_SIGNING');
    const issued = await other.issue(employer, employer.people.head);
    const cms = await signAsBrowser(issued, await contentOf(card), TEST_NOW);
    const response = expectStatus(await sign(card, cms), 503);
    expect(response.body).toMatchObject({
      code: 'revocation_unavailable',
      report: { indication: 'INDETERMINATE', subIndication: 'TRY_LATER', code: 'CRL_STALE' },
    });
    expect(Number(response.headers['retry-after'])).toBeGreaterThan(0);
    expect(await signedRows(card.id)).toBe(0);

    await other.publish({ from: -1, to: 1 });
    expectStatus(await sign(card, cms), 200);
  });

  it('a list of another key under the same name does not help', async () => {
    const [real, forger] = [
      await Certification.create(test),
      await createDemoCa({ algorithm: 'P-256', now: TEST_NOW }),
    ];
    await real.trust();
    const { employer } = test.world;
    const card = await documents.inStatus('ON_SIGNING');
    const issued = await real.issue(employer, employer.people.head);
    const cms = await signAsBrowser(issued, await contentOf(card), TEST_NOW);
    expect(forger.issuing.certificate).not.toEqual(real.ca.issuing.certificate);
    expect(expectStatus(await sign(card, cms), 503).body).toMatchObject({ code: 'revocation_unavailable' });
  });
});

/** After the clock has moved, the old session is over. */
async function signInAgain(organization: TestOrganization): Promise<Caller> {
  const { email } = organization.people.head;
  const response = await test.anonymous.post('/auth/login', { email, password: TEST_PASSWORD });
  const [cookie] = expectStatus(response, 200).headers['set-cookie'] as unknown as string[];
  return test.anonymous.with({ cookie: cookie?.split(';')[0] ?? '' });
}

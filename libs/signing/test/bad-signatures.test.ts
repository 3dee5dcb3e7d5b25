import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { integer, nullValue, octetString, oid, sequence, time } from '../src/asn1/writer.js';
import { issueCrl, issueCrls, shiftDays } from '../src/demo-ca/authority.js';
import { authorityConstraints, extension, keyUsage } from '../src/demo-ca/certificate.js';
import type { IssuedCertificate } from '../src/demo-ca/person.js';
import { OID } from '../src/oids.js';
import type { FailureCode } from '../src/verify/codes.js';
import { FAILURES, SUB_INDICATIONS } from '../src/verify/codes.js';
import type { VerificationInput } from '../src/verify/types.js';
import { SIGNER_USAGE, issue, issueAuthority, issueSigner } from './support/authorities.js';
import { attribute, buildCms, signingCertificateV2, type CmsOptions } from './support/cms-builder.js';
import { OpenSsl, keyPem, pem } from './support/openssl.js';
import {
  DOCUMENT,
  HEAD,
  NOW,
  ROMASHKA,
  createWorld,
  freshCrls,
  issueHead,
  signAsBrowser,
  verifyIn,
  type World,
} from './support/world.js';

const openssl = new OpenSsl();
const covered = new Set<FailureCode>();
let world: World;
let stranger: World;
let good: Uint8Array;

beforeAll(async () => {
  [world, stranger] = await Promise.all([createWorld('P-256'), createWorld('P-256')]);
  good = await signAsBrowser(world.head);
});
afterAll(() => openssl.remove());

interface Case {
  readonly signature: Uint8Array;
  readonly changes?: Partial<VerificationInput>;
}
type MakeCase = () => Case | Promise<Case>;

/** One kind of bad signature: what it is, the code it must get, how it is made. */
function refuses(cases: readonly (readonly [title: string, code: FailureCode, make: MakeCase])[]): void {
  for (const [, code] of cases) covered.add(code);
  it.each(cases)('%s → %s', async (_title, code, make) => {
    const { signature, changes } = await make();
    const report = await verifyIn(world, signature, changes);
    const subIndication = FAILURES[code];
    expect(report).toMatchObject({ code, subIndication, indication: SUB_INDICATIONS[subIndication] });
    expect(report.checks.find((check) => check.code === code)?.detail).toMatch(/[А-Яа-яё]/);
  });
}

const signed = (signer: IssuedCertificate, options: Partial<CmsOptions> = {}) =>
  buildCms({ ...signer, certificates: [signer.certificate, ...signer.chain], ...options });
const byHead = (options: Partial<CmsOptions> = {}) => signed(world.head, options);
const changedAt = (bytes: Uint8Array, at: number) =>
  bytes.map((byte, index) => (index === at ? byte ^ 1 : byte));
const trusting = (crls: readonly Uint8Array[], intermediates: readonly Uint8Array[] = []) => ({
  trust: { anchors: [world.ca.root.certificate], intermediates, crls },
});

/** Where the value of an attribute stands in the file. */
function positionOf(bytes: Uint8Array, part: Uint8Array): number {
  return Buffer.from(bytes).lastIndexOf(Buffer.from(part));
}

it('the signature that the cases spoil is good', async () => {
  expect(await verifyIn(world, good)).toMatchObject({ indication: 'TOTAL-PASSED' });
  expect(await verifyIn(world, byHead())).toMatchObject({ indication: 'TOTAL-PASSED' });
});

describe('The document and the signature value', () => {
  refuses([
    [
      'a changed byte of the document',
      'DIGEST_MISMATCH',
      () => ({ signature: good, changes: { content: changedAt(DOCUMENT, 5) } }),
    ],
    [
      'an appended byte',
      'DIGEST_MISMATCH',
      () => ({ signature: good, changes: { content: Uint8Array.from([...DOCUMENT, 10]) } }),
    ],
    ['a missing document', 'DOCUMENT_MISSING', () => ({ signature: good, changes: { content: undefined } })],
    [
      'a changed byte of the signature value',
      'SIGNATURE_INVALID',
      () => ({ signature: changedAt(good, good.length - 1) }),
    ],
    [
      'a changed byte of a signed attribute',
      'SIGNATURE_INVALID',
      () => ({ signature: changedAt(good, positionOf(good, time(NOW)) + 10) }),
    ],
    [
      'a signature value of another key',
      'SIGNATURE_INVALID',
      () => ({ signature: byHead({ privateKey: stranger.head.privateKey }) }),
    ],
  ]);
});

describe('The shape of the file', () => {
  const bomb = () => {
    const header = Array.from({ length: 100_000 }, () => [0x30, 0x80]).flat();
    return Uint8Array.from(header);
  };
  refuses([
    ['garbage', 'NOT_CMS', () => ({ signature: Uint8Array.from([0x30, ...randomBytes(3000)]) })],
    [
      'garbage that begins as text',
      'NOT_CMS',
      () => ({ signature: new TextEncoder().encode('MIIB не base64') }),
    ],
    ['an empty file', 'NOT_CMS', () => ({ signature: new Uint8Array() })],
    ['a truncated file', 'NOT_CMS', () => ({ signature: good.subarray(0, good.length - 20) })],
    ['a certificate instead of a signature', 'NOT_CMS', () => ({ signature: world.head.certificate })],
    ['the document itself', 'NOT_CMS', () => ({ signature: DOCUMENT })],
    [
      'PEM of something else',
      'NOT_CMS',
      () => ({ signature: new TextEncoder().encode(pem('CERTIFICATE', good)) }),
    ],
    ['100 000 levels of nesting', 'TOO_LARGE', () => ({ signature: bomb() })],
    ['2 MB of zeros', 'TOO_LARGE', () => ({ signature: new Uint8Array(2 * 1024 * 1024) })],
    [
      '2 MB that begin as a signature',
      'TOO_LARGE',
      () => ({ signature: Uint8Array.from({ length: 2 * 1024 * 1024 }, () => 0x30) }),
    ],
    ['data after the signature', 'TRAILING_DATA', () => ({ signature: Uint8Array.from([...good, 0]) })],
    ['the document attached', 'NOT_DETACHED', () => ({ signature: byHead({ attach: DOCUMENT }) })],
    [
      'another document attached',
      'NOT_DETACHED',
      () => {
        const other = new TextEncoder().encode('Другой договор');
        return { signature: byHead({ attach: other, content: other }) };
      },
    ],
    [
      'the streamed attached form OpenSSL makes',
      'NOT_DETACHED',
      () => {
        openssl.write('doc.bin', DOCUMENT);
        openssl.write('head.pem', pem('CERTIFICATE', world.head.certificate));
        openssl.write('head.key', keyPem(world.head.privateKey));
        openssl.run(
          ...'cms -sign -cades -binary -stream -nodetach -in doc.bin -signer head.pem -inkey head.key -outform DER -out made.sig'.split(
            ' ',
          ),
        );
        return { signature: openssl.read('made.sig') };
      },
    ],
    ['two signers in one file', 'SIGNER_COUNT', () => ({ signature: byHead({ signerCount: 2 }) })],
    ['no signer', 'SIGNER_COUNT', () => ({ signature: byHead({ signerCount: 0 }) })],
    ['a version that does not fit the signer', 'NOT_CMS', () => ({ signature: byHead({ version: 3 }) })],
  ]);
});

describe('Signed attributes', () => {
  const without = (type: string) => (usual: readonly Uint8Array[]) =>
    usual.filter((item) => positionOf(item, oid(type)) < 0);
  refuses([
    [
      'no signed attributes',
      'NO_SIGNED_ATTRIBUTES',
      () => ({ signature: byHead({ signedAttributes: false }) }),
    ],
    [
      'no message digest',
      'NO_SIGNED_ATTRIBUTES',
      () => ({ signature: byHead({ attributes: without(OID.messageDigest) }) }),
    ],
    ['another content type', 'CONTENT_TYPE', () => ({ signature: byHead({ contentType: OID.signedData }) })],
    [
      'a message digest twice',
      'DUPLICATE_ATTR',
      () => ({
        signature: byHead({
          attributes: (usual) => [...usual, attribute(OID.messageDigest, octetString(new Uint8Array(32)))],
        }),
      }),
    ],
    [
      'two values of the message digest',
      'DUPLICATE_ATTR',
      () => ({
        signature: byHead({
          attributes: (usual) => [
            ...without(OID.messageDigest)(usual),
            attribute(OID.messageDigest, octetString(new Uint8Array(32)), octetString(new Uint8Array(31))),
          ],
        }),
      }),
    ],
    [
      'attributes out of order',
      'ATTRIBUTES_NOT_DER',
      () => ({
        signature: byHead({ sorted: false, attributes: (usual) => [...usual].reverse() }),
      }),
    ],
    [
      'no signing-certificate',
      'NOT_CADES_BES',
      () => ({ signature: byHead({ attributes: without(OID.signingCertificateV2) }) }),
    ],
    [
      'a signing-certificate of another certificate',
      'ESS_MISMATCH',
      () => ({ signature: byHead({ essCertificate: stranger.head.certificate }) }),
    ],
    [
      'a signing-certificate of the right hash and a wrong serial number',
      'ESS_MISMATCH',
      () => ({
        signature: byHead({
          attributes: (usual) => [
            ...without(OID.signingCertificateV2)(usual),
            essWithSerial(world.head.certificate, 5),
          ],
        }),
      }),
    ],
    [
      'a signing time in the future',
      'SIGNING_TIME_FUTURE',
      () => ({ signature: byHead({ signingTime: shiftDays(NOW, 1) }) }),
    ],
  ]);

  /** The usual reference with an issuerSerial put into it. */
  function essWithSerial(certificate: Uint8Array, serial: number): Uint8Array {
    const plain = signingCertificateV2(certificate);
    const hash = plain.subarray(plain.length - 34);
    const issuerSerial = sequence(sequence(), integer(serial));
    return attribute(OID.signingCertificateV2, sequence(sequence(sequence(hash, issuerSerial))));
  }
});

describe('Algorithms', () => {
  const streebog = { name: 'sha256', oid: OID.streebog256 };
  const weakRsa = () =>
    issue(
      world.ca.issuing,
      'Короткий ключ',
      [SIGNER_USAGE],
      generateKeyPairSync('rsa', { modulusLength: 1024 }),
    );
  refuses([
    [
      'SHA-1',
      'DIGEST_ALG',
      () => ({
        signature: byHead({
          digest: { name: 'sha1', oid: OID.sha1 },
          signatureAlgorithm: sequence(oid(OID.ecdsaSha1)),
        }),
      }),
    ],
    ['MD5', 'DIGEST_ALG', () => ({ signature: byHead({ digest: { name: 'md5', oid: OID.md5 } }) })],
    [
      'SHA-1 under a signature algorithm with SHA-1 only',
      'DIGEST_ALG',
      () => ({ signature: byHead({ signatureAlgorithm: sequence(oid(OID.ecdsaSha1)) }) }),
    ],
    [
      'a digest and a signature algorithm that disagree',
      'ALG_MISMATCH',
      () => ({ signature: byHead({ signatureAlgorithm: sequence(oid(OID.ecdsaSha512)) }) }),
    ],
    [
      'an RSA algorithm with a P-256 key',
      'ALG_UNSUPPORTED',
      () => ({ signature: byHead({ signatureAlgorithm: sequence(oid(OID.sha256WithRsa), nullValue()) }) }),
    ],
    ['an RSA key of 1024 bits', 'KEY_SIZE', () => ({ signature: signed(weakRsa()) })],
    ['a GOST digest', 'ALG_UNSUPPORTED', () => ({ signature: byHead({ digest: streebog }) })],
    [
      'a GOST signature',
      'ALG_UNSUPPORTED',
      () => ({ signature: byHead({ signatureAlgorithm: sequence(oid(OID.gost2012Key256)) }) }),
    ],
    [
      'an unknown digest',
      'ALG_UNSUPPORTED',
      () => ({ signature: byHead({ digest: { name: 'sha3-256', oid: '2.16.840.1.101.3.4.2.8' } }) }),
    ],
  ]);

  it('an unsupported algorithm is never called invalid, and the report names it', async () => {
    const report = await verifyIn(world, byHead({ digest: streebog }));
    const line = report.checks.find(({ id }) => id === 'ALGORITHMS');
    expect(line).toMatchObject({
      status: 'UNKNOWN',
      detail: 'Алгоритм ГОСТ Р 34.11-2012 (256) не поддерживается этой установкой',
    });
    expect(report.checks.some(({ status }) => status === 'FAILED')).toBe(false);
  });
});

describe('The certificate and its path', () => {
  /** Both places where a certificate names the algorithm of its signature, SHA-256 changed into SHA-1. */
  const withSha1 = (certificate: Uint8Array) => {
    const hex = Buffer.from(certificate).toString('hex');
    return new Uint8Array(Buffer.from(hex.replaceAll('2a864886f70d01010b', '2a864886f70d010105'), 'hex'));
  };
  const unknownCritical = () => extension('1.3.6.1.4.1.99999.1', octetString(new Uint8Array()), true);
  refuses([
    [
      'a signer whose certificate is not in the file',
      'SIGNER_CERT_MISSING',
      () => ({ signature: byHead({ certificates: world.head.chain }) }),
    ],
    [
      'a certificate signed with SHA-1',
      'DIGEST_ALG',
      async () => {
        const rsa = await createWorld('RSA');
        const head = { ...rsa.head, certificate: withSha1(rsa.head.certificate) };
        return {
          signature: signed(head),
          changes: { trust: { anchors: [rsa.ca.root.certificate], crls: rsa.crls } },
        };
      },
    ],
    [
      'an authority with the same names and another key',
      'CHAIN_NOT_FOUND',
      () => ({ signature: signed(stranger.head) }),
    ],
    [
      'a root of its own inside the file',
      'CHAIN_NOT_FOUND',
      () => ({
        signature: signed(stranger.head, {
          certificates: [stranger.head.certificate, ...stranger.head.chain, stranger.ca.root.certificate],
        }),
      }),
    ],
    [
      'a certificate issued by a person',
      'NOT_A_CA',
      () => ({ signature: signed(issueSigner(world.head, world.head.chain)) }),
    ],
    [
      'a path longer than the authority allows',
      'PATHLEN',
      () => {
        const below = issueAuthority(world.ca.issuing, 'Ниже выпускающего');
        return { signature: signed(issueSigner(below, [world.ca.issuing.certificate])) };
      },
    ],
    [
      'an authority whose key may not issue',
      'CA_KEY_USAGE',
      () => {
        const below = issue(world.ca.root, 'Без права выпуска', [authorityConstraints(), keyUsage([0])]);
        return { signature: signed(issueSigner(below, [])) };
      },
    ],
    [
      'an unknown critical extension',
      'CRITICAL_EXTENSION',
      () => ({
        signature: signed(issueSigner(world.ca.issuing, [], [SIGNER_USAGE, unknownCritical()])),
      }),
    ],
    [
      'a certificate without digitalSignature',
      'KEY_USAGE',
      () => ({ signature: signed(issueSigner(world.ca.issuing, [], [keyUsage([2, 4])])) }),
    ],
    [
      'a certificate without key usage',
      'KEY_USAGE',
      () => ({ signature: signed(issueSigner(world.ca.issuing, [], [])) }),
    ],
    [
      'an authority as the signer',
      'KEY_USAGE',
      () => {
        const both = issue(world.ca.root, 'УЦ подписывает сам', [
          authorityConstraints(),
          keyUsage([0, 1, 5, 6]),
        ]);
        return { signature: signed(both) };
      },
    ],
    [
      'a trusted anchor as the signer',
      'KEY_USAGE',
      () => ({ signature: signed({ ...world.ca.root, chain: [] }) }),
    ],
    [
      'an expired certificate',
      'CERT_EXPIRED',
      async () => ({ signature: signed(await issueHead(world.ca, { notAfter: shiftDays(NOW, -1) })) }),
    ],
    [
      'a certificate not yet valid',
      'CERT_NOT_YET_VALID',
      async () => ({ signature: signed(await issueHead(world.ca, { notBefore: shiftDays(NOW, 1) })) }),
    ],
    [
      'an expired authority',
      'CERT_EXPIRED',
      () => ({ signature: good, changes: { at: shiftDays(NOW, 365 * 21) } }),
    ],
  ]);

  it('the same chain passes when nothing is wrong with it', async () => {
    const authority = issueAuthority(world.ca.root, 'Ещё один центр', 0);
    const signer = issueSigner(authority, []);
    const crls = [
      ...world.crls,
      issueCrl(authority, { thisUpdate: shiftDays(NOW, -1), nextUpdate: shiftDays(NOW, 1) }),
    ];
    expect(await verifyIn(world, signed(signer), trusting(crls))).toMatchObject({
      indication: 'TOTAL-PASSED',
    });
  });
});

describe('Revocation', () => {
  const revoked = (reason?: number) =>
    freshCrls(world.ca, [{ certificate: world.head.certificate, date: shiftDays(NOW, -2), reason }]);
  const inForce = { thisUpdate: shiftDays(NOW, -1), nextUpdate: shiftDays(NOW, 1) };
  const stale = () => issueCrls(world.ca, { thisUpdate: shiftDays(NOW, -9), nextUpdate: shiftDays(NOW, -8) });
  const fromTomorrow = () =>
    issueCrls(world.ca, { thisUpdate: shiftDays(NOW, 1), nextUpdate: shiftDays(NOW, 2) });
  const rootRevokes = () =>
    issueCrl(world.ca.root, {
      ...inForce,
      revoked: [{ certificate: world.ca.issuing.certificate, date: NOW }],
    });
  const [ROOT, ISSUING] = [0, 1];
  const only = (index: number) => world.crls.filter((_, at) => at === index);
  const delta = () =>
    issueCrl(world.ca.issuing, { ...inForce, extensions: [extension('2.5.29.27', integer(1), true)] });
  refuses([
    ['revoked', 'REVOKED', () => ({ signature: good, changes: trusting(revoked(1)) })],
    ['revoked without a reason', 'REVOKED', () => ({ signature: good, changes: trusting(revoked()) })],
    ['on hold', 'REVOKED', () => ({ signature: good, changes: trusting(revoked(6)) })],
    [
      'revoked by the newest of two lists',
      'REVOKED',
      () => ({
        signature: good,
        changes: trusting([
          ...issueCrls(world.ca, { thisUpdate: shiftDays(NOW, -3), nextUpdate: shiftDays(NOW, 4) }),
          ...revoked(1),
        ]),
      }),
    ],
    [
      'an authority revoked by its root',
      'CA_REVOKED',
      () => ({ signature: good, changes: trusting([rootRevokes(), ...only(ISSUING)]) }),
    ],
    ['no list', 'CRL_MISSING', () => ({ signature: good, changes: trusting([]) })],
    [
      "no list of the signer's issuer",
      'CRL_MISSING',
      () => ({ signature: good, changes: trusting(only(ROOT)) }),
    ],
    ['no list of the root', 'CRL_MISSING', () => ({ signature: good, changes: trusting(only(ISSUING)) })],
    ['a stale list', 'CRL_STALE', () => ({ signature: good, changes: trusting(stale()) })],
    ['a list of the future', 'CRL_STALE', () => ({ signature: good, changes: trusting(fromTomorrow()) })],
    [
      'a list signed by another authority of the same name',
      'CRL_FORGED',
      () => ({ signature: good, changes: trusting(stranger.crls) }),
    ],
    [
      'a changed list',
      'CRL_FORGED',
      () => ({ signature: good, changes: trusting(world.crls.map((crl) => changedAt(crl, crl.length - 1))) }),
    ],
    [
      'a delta list',
      'CRL_UNSUPPORTED',
      () => ({ signature: good, changes: trusting([...only(ROOT), delta()]) }),
    ],
  ]);

  it('a certificate taken off hold is not revoked', async () => {
    expect(await verifyIn(world, good, trusting(revoked(8)))).toMatchObject({ indication: 'TOTAL-PASSED' });
  });

  it('revocation lists inside the file are not believed', async () => {
    const signature = byHead({ crls: world.crls });
    expect(await verifyIn(world, signature)).toMatchObject({ indication: 'TOTAL-PASSED' });
    expect(await verifyIn(world, signature, trusting([]))).toMatchObject({ code: 'CRL_MISSING' });
  });

  it('without required revocation a missing list is shown as not checked, and a revoked certificate still fails', async () => {
    const lenient = { requireRevocation: false };
    const report = await verifyIn(world, good, { ...trusting([]), ...lenient });
    expect(report.indication).toBe('TOTAL-PASSED');
    expect(report.checks.find(({ id }) => id === 'REVOCATION')?.status).toBe('UNKNOWN');
    expect(await verifyIn(world, good, { ...trusting(revoked(1)), ...lenient })).toMatchObject({
      code: 'REVOKED',
    });
  });

  it('a signature over another document is TOTAL-FAILED even when revocation is unknown', async () => {
    const report = await verifyIn(world, good, { ...trusting([]), content: new Uint8Array(3) });
    expect(report).toMatchObject({ indication: 'TOTAL-FAILED', code: 'DIGEST_MISMATCH' });
  });

  it('a foreign organization is refused before "try later" is answered', async () => {
    const expected = { organization: { ogrn: '1037739010891' } };
    expect(await verifyIn(world, good, { ...trusting([]), expected })).toMatchObject({ code: 'ORG_OGRN' });
  });
});

describe('Identity', () => {
  const expecting = (expected: VerificationInput['expected']) => ({ signature: good, changes: { expected } });
  refuses([
    ['another ИНН', 'ORG_INN', () => expecting({ organization: { innLegalEntity: '7704853840' } })],
    [
      'another ОГРН',
      'ORG_OGRN',
      () => expecting({ organization: { innLegalEntity: ROMASHKA.innLegalEntity, ogrn: '1037739010891' } }),
    ],
    [
      'a legal entity where a sole proprietor is expected',
      'ORG_OGRNIP',
      () => expecting({ organization: { ogrnip: '304770000000020' } }),
    ],
    ['another СНИЛС', 'PERSON_SNILS', () => expecting({ person: { snils: '11223344596' } })],
    [
      'another СНИЛС of a namesake',
      'PERSON_SNILS',
      () => expecting({ person: { snils: '11223344596', surname: HEAD.surname } }),
    ],
    [
      'another surname',
      'PERSON_NAME',
      () => expecting({ person: { surname: 'Петрова', givenName: 'Мария Сергеевна' } }),
    ],
    [
      'another patronymic',
      'PERSON_NAME',
      () => expecting({ person: { surname: HEAD.surname, givenName: 'Мария Петровна' } }),
    ],
    ['an empty expected value', 'ORG_INN', () => expecting({ organization: { innLegalEntity: '' } })],
  ]);
});

it('every failure code of the closed list has a case above', () => {
  expect([...covered].sort()).toEqual(Object.keys(FAILURES).sort());
});

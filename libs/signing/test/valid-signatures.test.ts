import { issueCrl, shiftDays } from '../src/demo-ca/authority.js';
import { parseCertificate, type Certificate } from '../src/x509/certificate.js';
import { decodeTrustFile } from '../src/x509/trust-files.js';
import { buildCms, toIndefinite } from './support/cms-builder.js';
import { OpenSsl, WITH_ISSUING, pem } from './support/openssl.js';
import {
  DOCUMENT,
  HEAD,
  NOW,
  ROMASHKA,
  createWorld,
  freshCrls,
  signAsBrowser,
  verifyIn,
  type World,
} from './support/world.js';

const openssl = new OpenSsl();
let rsa: World;
let ec: World;

beforeAll(async () => {
  [rsa, ec] = await Promise.all([createWorld('RSA'), createWorld('P-256')]);
});
afterAll(() => openssl.remove());

const trustPem = ({ ca, crls }: World) => [
  pem('CERTIFICATE', ca.root.certificate),
  ...crls.map((crl) => pem('X509 CRL', crl)),
];

const YESTERDAY = shiftDays(NOW, -1);
const AFTER_SIGNING = { at: new Date(Date.now() + 60_000) };

/** OpenSSL stamps the real time, so its signatures are judged now, by lists of now. */
function verifyNow(
  world: World,
  signature: Uint8Array,
  content: Uint8Array = DOCUMENT,
  intermediates: Uint8Array[] = [],
) {
  const now = new Date();
  const dates = { thisUpdate: shiftDays(now, -1), nextUpdate: shiftDays(now, 1) };
  const crls = [issueCrl(world.ca.root, dates), issueCrl(world.ca.issuing, dates)];
  const trust = { anchors: [world.ca.root.certificate], intermediates, crls };
  return verifyIn(world, signature, { content, trust, ...AFTER_SIGNING });
}

describe('Valid signatures are accepted by us and by OpenSSL', () => {
  const expected = {
    organization: { innLegalEntity: ROMASHKA.innLegalEntity, ogrn: ROMASHKA.ogrn },
    person: { snils: HEAD.snils },
  };

  it.each(['RSA', 'P-256'] as const)('a browser signature with a %s key passes every check', async (kind) => {
    const world = kind === 'RSA' ? rsa : ec;
    const signature = await signAsBrowser(world.head);
    const report = await verifyIn(world, signature, { expected });
    expect(report).toMatchObject({ indication: 'TOTAL-PASSED', subIndication: null, code: null });
    expect(report.checks.every(({ status }) => status === 'PASSED')).toBe(true);
    expect(report.checks.map(({ id }) => id)).toContain('PERSON_SNILS');
    expect(report.signer?.subject).toMatchObject({
      o: ROMASHKA.name,
      surname: HEAD.surname,
      snils: HEAD.snils,
    });
    expect(report.claimedSigningTime).toBe(NOW.toISOString());
    expect(openssl.accepts(signature, DOCUMENT, trustPem(world))).toBe(true);
    expect(openssl.accepts(signature, Uint8Array.from([...DOCUMENT, 0]), trustPem(world))).toBe(false);
  });

  it('an empty document is signed and verified', async () => {
    const signature = await signAsBrowser(ec.head, new Uint8Array());
    expect(await verifyIn(ec, signature, { content: new Uint8Array() })).toMatchObject({
      indication: 'TOTAL-PASSED',
    });
    expect(openssl.accepts(signature, new Uint8Array(), trustPem(ec))).toBe(true);
  });

  it('a document given as a stream, as a function or as a known digest gives the same verdict', async () => {
    const signature = await signAsBrowser(ec.head);
    async function* stream() {
      yield DOCUMENT.subarray(0, 7);
      await Promise.resolve();
      yield DOCUMENT.subarray(7);
    }
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', DOCUMENT));
    for (const given of [
      { content: stream() },
      { content: stream },
      { content: undefined, contentDigests: { 'SHA-256': digest } },
    ]) {
      expect(await verifyIn(ec, signature, given)).toMatchObject({ indication: 'TOTAL-PASSED' });
    }
  });
});

describe('A certificate remembered from an earlier signature', () => {
  const read = new Map<string, Certificate>();
  const readCertificate = (der: Uint8Array) => {
    const key = Buffer.from(der).toString('base64');
    const certificate = read.get(key) ?? parseCertificate(der);
    read.set(key, certificate);
    return certificate;
  };

  it('is read once and takes no later signature for a valid one', async () => {
    const [first, second] = [
      await signAsBrowser(rsa.head),
      await signAsBrowser(rsa.head, DOCUMENT, YESTERDAY),
    ];
    expect(await verifyIn(rsa, first, { readCertificate })).toMatchObject({ indication: 'TOTAL-PASSED' });
    const known = [...read.values()];
    expect(known.length).toBeGreaterThan(0);
    expect(await verifyIn(rsa, second, { readCertificate })).toMatchObject({ indication: 'TOTAL-PASSED' });
    expect([...read.values()]).toEqual(known);

    const other = Uint8Array.from([...DOCUMENT, 0]);
    expect(await verifyIn(rsa, second, { readCertificate, content: other })).toMatchObject({
      code: 'DIGEST_MISMATCH',
    });
    const spoilt = Uint8Array.from(second);
    spoilt[spoilt.length - 1]! ^= 1;
    expect(await verifyIn(rsa, spoilt, { readCertificate })).toMatchObject({ code: 'SIGNATURE_INVALID' });
  });

  it('is trusted by what is trusted now: no anchor or a revocation since then is a refusal', async () => {
    const signature = await signAsBrowser(rsa.head);
    const strangers = { anchors: [ec.ca.root.certificate], crls: ec.crls };
    expect(await verifyIn(rsa, signature, { readCertificate, trust: strangers })).toMatchObject({
      code: 'CHAIN_NOT_FOUND',
    });
    const revoked = freshCrls(rsa.ca, [{ certificate: rsa.head.certificate, date: YESTERDAY }]);
    const trust = { anchors: [rsa.ca.root.certificate], crls: revoked };
    expect(await verifyIn(rsa, signature, { readCertificate, trust })).toMatchObject({ code: 'REVOKED' });
  });
});

describe('Signatures made by OpenSSL are accepted', () => {
  it.each([
    ['SHA-512', ['-md', 'sha512']],
    ['SHA-384', ['-md', 'sha384']],
    ['a signer named by the key identifier', ['-keyid']],
    ['RSA-PSS', ['-keyopt', 'rsa_padding_mode:pss']],
  ])('%s', async (_name, options) => {
    const signature = openssl.signs(rsa, DOCUMENT, ...WITH_ISSUING, ...options);
    expect(await verifyNow(rsa, signature)).toMatchObject({ indication: 'TOTAL-PASSED' });
  });

  it('P-256 over an empty document', async () => {
    const signature = openssl.signs(ec, new Uint8Array(), ...WITH_ISSUING);
    expect(await verifyNow(ec, signature, new Uint8Array())).toMatchObject({ indication: 'TOTAL-PASSED' });
  });

  it('without the intermediate in the file, when the verifier has it', async () => {
    const signature = openssl.signs(rsa, DOCUMENT);
    expect(await verifyNow(rsa, signature)).toMatchObject({ code: 'CHAIN_NOT_FOUND' });
    expect(await verifyNow(rsa, signature, DOCUMENT, [rsa.ca.issuing.certificate])).toMatchObject({
      indication: 'TOTAL-PASSED',
    });
  });

  it('in BER with indefinite lengths, which OpenSSL accepts too', async () => {
    const signature = toIndefinite(await signAsBrowser(rsa.head));
    expect(signature[1]).toBe(0x80);
    expect(await verifyIn(rsa, signature)).toMatchObject({ indication: 'TOTAL-PASSED' });
    expect(openssl.accepts(signature, DOCUMENT, trustPem(rsa))).toBe(true);
  });

  it('as PEM and as base64 with line breaks', async () => {
    const signature = await signAsBrowser(ec.head);
    const text = Buffer.from(signature).toString('base64').replace(/.{64}/g, '$&\r\n');
    for (const dressed of [text, `\n${text}\n`, pem('CMS', signature), pem('PKCS7', signature)]) {
      expect(await verifyIn(ec, new TextEncoder().encode(dressed))).toMatchObject({
        indication: 'TOTAL-PASSED',
      });
    }
  });
});

describe('The report', () => {
  it('lists every check in one fixed order, with Russian titles', async () => {
    const report = await verifyIn(
      ec,
      buildCms({ ...ec.head, certificates: [ec.head.certificate, ...ec.head.chain] }),
    );
    expect(report.checks.map(({ id }) => id)).toEqual([
      'FORMAT',
      'DETACHED',
      'ONE_SIGNER',
      'SIGNED_ATTRIBUTES',
      'ALGORITHMS',
      'SIGNING_CERTIFICATE',
      'DOCUMENT',
      'SIGNATURE',
      'SIGNING_TIME',
      'CHAIN',
      'CHAIN_CONSTRAINTS',
      'KEY_USAGE',
      'VALIDITY',
      'REVOCATION',
      'CA_REVOCATION',
    ]);
    expect(report.checks.every(({ title }) => /[а-яё]/i.test(title))).toBe(true);
  });

  it('reads trust from DER and from PEM with several blocks', () => {
    const blocks = decodeTrustFile(new TextEncoder().encode(trustPem(rsa).join('comment\n')));
    expect(blocks).toHaveLength(3);
    expect(decodeTrustFile(rsa.ca.root.certificate)).toHaveLength(1);
    expect(decodeTrustFile(DOCUMENT)).toHaveLength(0);
  });
});

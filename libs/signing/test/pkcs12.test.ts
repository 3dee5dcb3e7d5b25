import { createCadesBes } from '../src/browser/cades.js';
import { KeyError } from '../src/browser/key-error.js';
import { createPkcs12Provider } from '../src/browser/pkcs12-provider.js';
import { openPkcs12 } from '../src/browser/pkcs12/open.js';
import { toPkcs12 } from '../src/demo-ca/pkcs12.js';
import { parseCertificate } from '../src/x509/certificate.js';
import { OpenSsl, keyPem, pem } from './support/openssl.js';
import { DOCUMENT, PASSWORD, createWorld, verifyIn, type World } from './support/world.js';

const openssl = new OpenSsl();
const worlds = new Map<string, World>();

beforeAll(async () => {
  for (const kind of ['RSA', 'P-256'] as const) worlds.set(kind, await createWorld(kind));
});
afterAll(() => openssl.remove());

function worldOf(kind: string): World {
  const world = worlds.get(kind);
  if (!world) throw new TypeError(`No world ${kind}`);
  return world;
}

const ours = (kind: string, password = PASSWORD) => toPkcs12({ ...worldOf(kind).head, password });

/** A container made by OpenSSL out of the head's key, its certificate and the whole chain with the root. */
function byOpenSsl(kind: string, password: string, ...options: readonly string[]): Uint8Array {
  const { ca, head } = worldOf(kind);
  const chain = [head.certificate, ...head.chain, ca.root.certificate].map((der) => pem('CERTIFICATE', der));
  openssl.write('all.pem', keyPem(head.privateKey) + chain.join(''));
  openssl.run(
    'pkcs12',
    '-export',
    '-in',
    'all.pem',
    '-out',
    'made.p12',
    '-passout',
    `pass:${password}`,
    ...options,
  );
  return openssl.read('made.p12');
}

const codeOf = (opening: Promise<unknown>) =>
  opening.then(
    () => 'OPENED',
    (error: unknown) => (error instanceof KeyError ? error.code : String(error)),
  );

describe('Opening a key file', () => {
  it.each([
    ['ours', 'RSA', PASSWORD, undefined],
    ['ours', 'P-256', PASSWORD, undefined],
    ['modern OpenSSL', 'RSA', 'latin-2026', []],
    ['modern OpenSSL, Cyrillic password', 'P-256', PASSWORD, []],
    ['legacy RC2 and 3DES', 'RSA', 'latin-2026', ['-legacy']],
    ['legacy, P-256', 'P-256', 'latin-2026', ['-legacy']],
    ['legacy, Cyrillic password', 'RSA', PASSWORD, ['-legacy']],
    ['3DES only', 'RSA', 'latin-2026', ['-legacy', '-certpbe', 'PBE-SHA1-3DES', '-keypbe', 'PBE-SHA1-3DES']],
    ['without a MAC', 'RSA', PASSWORD, ['-nomac']],
    ['legacy without a MAC', 'RSA', 'latin-2026', ['-legacy', '-nomac']],
    ['certificates in the clear', 'P-256', PASSWORD, ['-certpbe', 'NONE']],
    ['the key in the clear', 'P-256', PASSWORD, ['-keypbe', 'NONE']],
  ])('%s (%s) opens and signs', async (_name, kind, password, options) => {
    const world = worldOf(kind);
    const key = await openPkcs12(
      options ? byOpenSsl(kind, password, ...options) : await ours(kind, password),
      password,
    );
    expect(key.certificate.subject.surname).toBe('Алёшина');
    expect(key.chain.map((der) => Buffer.from(der))).toEqual(world.head.chain.map((der) => Buffer.from(der)));
    const signature = await key.sign(DOCUMENT);
    const report = await verifyIn(world, signature, { at: new Date('2026-12-04T10:00:00Z') });
    expect(report.indication).toBe('TOTAL-PASSED');
  });

  it.each([
    ['ours', undefined],
    ['legacy', ['-legacy']],
    ['without a MAC', ['-nomac']],
    ['legacy without a MAC', ['-legacy', '-nomac']],
  ])('a wrong password is named as such: %s', async (_name, options) => {
    const file = options ? byOpenSsl('RSA', 'right', ...options) : await ours('RSA', 'right');
    expect(await codeOf(openPkcs12(file, 'wrong'))).toBe('WRONG_PASSWORD');
    expect(await codeOf(openPkcs12(file, ''))).toBe('WRONG_PASSWORD');
  });

  it('the message of a wrong password is Russian and short', async () => {
    await expect(openPkcs12(await ours('P-256'), 'x')).rejects.toThrow('Неверный пароль');
  });

  it('a file that is not a container is refused', async () => {
    for (const file of [
      new Uint8Array(),
      DOCUMENT,
      worldOf('RSA').head.certificate,
      new Uint8Array(3_000_000),
    ]) {
      expect(await codeOf(openPkcs12(file, PASSWORD))).toBe('NOT_PKCS12');
    }
    const container = await ours('RSA');
    expect(await codeOf(openPkcs12(container.subarray(0, container.length - 9), PASSWORD))).toBe(
      'NOT_PKCS12',
    );
  });

  it('a container without a key, or with a foreign one, has nothing to sign with', async () => {
    const { head } = worldOf('P-256');
    openssl.write('cert.pem', pem('CERTIFICATE', head.certificate));
    openssl.run(...`pkcs12 -export -nokeys -in cert.pem -out made.p12 -passout pass:x`.split(' '));
    expect(await codeOf(openPkcs12(openssl.read('made.p12'), 'x'))).toBe('NO_KEY');
    const foreign = await toPkcs12({
      ...head,
      privateKey: worldOf('P-256').ca.root.privateKey,
      password: 'x',
    });
    expect(await codeOf(openPkcs12(foreign, 'x'))).toBe('NO_KEY');
  });

  it('a key of an unsupported kind is named as such', async () => {
    openssl.run(
      ...'req -x509 -newkey ed25519 -nodes -keyout ed.key -out ed.pem -subj /CN=x -days 9'.split(' '),
    );
    openssl.run(...'pkcs12 -export -inkey ed.key -in ed.pem -out made.p12 -passout pass:x'.split(' '));
    expect(await codeOf(openPkcs12(openssl.read('made.p12'), 'x'))).toBe('UNSUPPORTED_KEY');
  });

  it('a GOST container is sent to CryptoPro, whatever the password', async () => {
    const container = await ours('P-256');
    const pbes2 = Buffer.from('06092a864886f70d01050d', 'hex');
    const gost = Buffer.from('06092a8503070101010101', 'hex');
    const at = Buffer.from(container).indexOf(pbes2);
    const marked = Uint8Array.from(container);
    marked.set(gost, at);
    expect(at).toBeGreaterThan(0);
    expect(await codeOf(openPkcs12(marked, 'wrong'))).toBe('CRYPTOPRO_CONTAINER');
    await expect(openPkcs12(marked, PASSWORD)).rejects.toThrow(/КриптоПро/);
  });
});

describe('Signing', () => {
  it('a forgotten key signs nothing', async () => {
    const key = await openPkcs12(await ours('P-256'), PASSWORD);
    key.forget();
    expect(await codeOf(key.sign(DOCUMENT))).toBe('KEY_FORGOTTEN');
  });

  it('the attributes stand in DER order whatever their values', async () => {
    const { head } = worldOf('RSA');
    const signed: Uint8Array[] = [];
    const key = { sign: (data: Uint8Array) => Promise.resolve((signed.push(data), new Uint8Array(256))) };
    const certificate = parseCertificate(head.certificate);
    await createCadesBes({ content: DOCUMENT, certificate, chain: [], key, signingTime: new Date(0) });
    expect(signed[0]?.[0]).toBe(0x31);
  });
});

describe('The provider of key files', () => {
  it('lists the opened certificate, signs a Blob with it, and forgets it', async () => {
    const world = worldOf('P-256');
    const provider = createPkcs12Provider();
    expect(await provider.detect()).toEqual({ available: true });
    expect(await provider.listCertificates()).toEqual([]);
    const opened = await provider.open(
      new Blob([await ours('P-256').then((bytes) => Uint8Array.from(bytes))]),
      PASSWORD,
    );
    expect(await provider.listCertificates()).toEqual([opened]);
    const request = { content: new Blob([DOCUMENT]), certThumbprint: opened.thumbprint };
    const { cms } = await provider.sign(request);
    expect(await verifyIn(world, cms, { at: new Date('2026-12-04T10:00:00Z') })).toMatchObject({
      indication: 'TOTAL-PASSED',
    });
    expect(await codeOf(provider.sign({ ...request, certThumbprint: '00' }))).toBe('CERTIFICATE_NOT_FOUND');
    await expect(provider.sign({ ...request, signal: AbortSignal.abort() })).rejects.toThrow(/abort/i);
    provider.forget();
    expect(await codeOf(provider.sign(request))).toBe('KEY_FORGOTTEN');
  });

  it('forgets a key that lies unused', async () => {
    const provider = createPkcs12Provider({ forgetAfterMs: 20 });
    const { thumbprint } = await provider.open(await ours('P-256'), PASSWORD);
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(await codeOf(provider.sign({ content: DOCUMENT, certThumbprint: thumbprint }))).toBe(
      'KEY_FORGOTTEN',
    );
  });
});

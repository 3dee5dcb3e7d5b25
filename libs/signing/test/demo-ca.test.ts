import { mkdtempSync, rmSync, statSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEMO_CA_NAME, loadDemoCa, saveDemoCa, toPkcs12 } from '../src/demo-ca/index.js';
import { describeCertificate } from '../src/x509/describe.js';
import { OpenSsl } from './support/openssl.js';
import { PASSWORD, createWorld, freshCrls, issueHead, signAsBrowser, verifyIn } from './support/world.js';

const folder = mkdtempSync(join(tmpdir(), 'praktika-demo-ca-'));
const openssl = new OpenSsl();
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
  openssl.remove();
});

describe('The demo certification centre', () => {
  it('survives a restart: a kept centre issues certificates that its kept root vouches for', async () => {
    const world = await createWorld('P-256');
    expect(await loadDemoCa(folder, 'P-256')).toBeNull();
    await saveDemoCa(world.ca, folder);
    const kept = await loadDemoCa(folder, 'P-256');
    expect(kept).not.toBeNull();
    if (!kept) return;
    const signature = await signAsBrowser(await issueHead(kept));
    expect(await verifyIn({ ...world, crls: freshCrls(kept) }, signature)).toMatchObject({
      indication: 'TOTAL-PASSED',
    });
    const keys = readdirSync(folder).filter((name) => name.includes('key'));
    expect(keys.map((name) => statSync(join(folder, name)).mode & 0o777)).toEqual([0o600, 0o600]);
  });

  it('says in every certificate that it has no legal force', async () => {
    const { ca, head } = await createWorld('P-256');
    for (const der of [ca.root.certificate, ca.issuing.certificate, head.certificate]) {
      expect((await describeCertificate(der)).issuer).toBe(DEMO_CA_NAME);
    }
    expect(DEMO_CA_NAME).toMatch(/ТЕСТОВЫЙ УЦ.*юридической силы не имеет/);
  });

  it('makes key files that OpenSSL opens, with a Cyrillic password and name', async () => {
    const { head } = await createWorld('P-256');
    openssl.write(
      'made.p12',
      await toPkcs12({ ...head, password: PASSWORD, friendlyName: 'Ключ руководителя' }),
    );
    openssl.run('pkcs12', '-in', 'made.p12', '-passin', `pass:${PASSWORD}`, '-nodes', '-out', 'opened.pem');
    const opened = Buffer.from(openssl.read('opened.pem')).toString();
    expect(opened.match(/BEGIN CERTIFICATE/g)).toHaveLength(2);
    expect(opened).toContain('BEGIN PRIVATE KEY');
  });

  it('puts each attribute of a name into its own part, numbers as NumericString', async () => {
    const { head } = await createWorld('P-256');
    openssl.write('head.der', head.certificate);
    openssl.run(...'asn1parse -inform DER -in head.der -out /dev/null'.split(' '));
    const hex = Buffer.from(head.certificate).toString('hex');
    expect(hex).toContain(`120a${Buffer.from('7710474375').toString('hex')}`);
    expect(hex).toContain(`120d${Buffer.from('1047702026701').toString('hex')}`);
    expect(hex.match(/31[0-9a-f]{2}30[0-9a-f]{2}06/g)?.length).toBeGreaterThanOrEqual(12);
  });
});

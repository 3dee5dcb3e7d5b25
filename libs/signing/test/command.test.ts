import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pem } from './support/openssl.js';
import { DOCUMENT, HEAD, ROMASHKA, createWorld, freshCrls, signAsBrowser } from './support/world.js';

const COMMAND = fileURLToPath(new URL('../../../tools/verify/main.mjs', import.meta.url));
const AT = '2026-12-04T09:00:00Z';
const folder = mkdtempSync(join(tmpdir(), 'praktika-verify-'));
const file = (...path: string[]) => join(folder, ...path);

beforeAll(async () => {
  const { ca, head, crls } = await createWorld('P-256');
  mkdirSync(file('trust'));
  mkdirSync(file('roots'));
  mkdirSync(file('lists'));
  mkdirSync(file('nothing'));
  writeFileSync(file('doc.pdf'), DOCUMENT);
  writeFileSync(file('doc.sig'), Buffer.from(await signAsBrowser(head)).toString('base64'));
  writeFileSync(file('changed.pdf'), Uint8Array.from([...DOCUMENT, 0]));
  writeFileSync(
    file('trust', 'all.pem'),
    [pem('CERTIFICATE', ca.root.certificate), ...crls.map((crl) => pem('X509 CRL', crl))].join(''),
  );
  writeFileSync(file('roots', 'root.cer'), ca.root.certificate);
  writeFileSync(file('roots', 'readme.txt'), 'Корни');
  crls.forEach((crl, index) => writeFileSync(file('lists', `${index}.crl`), crl));
  const revoked = freshCrls(ca, [{ certificate: head.certificate, date: new Date('2026-12-01T00:00:00Z') }]);
  mkdirSync(file('revoked'));
  revoked.forEach((crl, index) => writeFileSync(file('revoked', `${index}.crl`), crl));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(...words: readonly string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, [COMMAND, ...words], { encoding: 'utf8' });
}

const usual = ['--content', file('doc.pdf'), '--signature', file('doc.sig'), '--at', AT];
const trusted = [...usual, '--anchors', file('trust')];
const parsed = (stdout: string) =>
  JSON.parse(stdout) as { indication: string; code: string; checks: unknown[] };

describe('npm run -s verify', () => {
  it('prints exactly the verdict and its lines as JSON, and ends with 0 only for TOTAL-PASSED', () => {
    const identity = [
      '--inn-le',
      ROMASHKA.innLegalEntity,
      '--ogrn',
      ROMASHKA.ogrn,
      '--snils',
      '112-233-445 95',
    ];
    const { status, stdout, stderr } = run(...trusted, ...identity, '--json');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(Object.keys(parsed(stdout))).toEqual(['indication', 'subIndication', 'code', 'checks']);
    expect(parsed(stdout)).toMatchObject({ indication: 'TOTAL-PASSED', subIndication: null, code: null });
    expect(parsed(stdout).checks).toHaveLength(18);
  });

  it.each([
    ['a changed document', ['--content', file('changed.pdf')], 'DIGEST_MISMATCH'],
    ['the document as its own signature', ['--signature', file('doc.pdf')], 'NOT_CMS'],
    ['another organization', ['--inn-le', '7704853840'], 'ORG_INN'],
    ['another person', ['--surname', HEAD.surname, '--given-name', 'Пётр'], 'PERSON_NAME'],
    ['a later date', ['--at', '2027-12-04T09:00:00Z'], 'CRL_STALE'],
    ['no anchor', ['--anchors', file('nothing')], 'CHAIN_NOT_FOUND'],
    ['no revocation list', ['--anchors', file('roots')], 'CRL_MISSING'],
  ])('%s ends with 1 and its code', (_name, words, code) => {
    const { status, stdout } = run(...trusted, ...words, '--json');
    expect({ status, code: parsed(stdout).code }).toEqual({ status: 1, code });
  });

  it('takes roots and revocation lists from two folders, and names the files it passed over', () => {
    const { status, stderr } = run(...usual, '--anchors', file('roots'), '--crls', file('lists'), '--json');
    expect(status).toBe(0);
    expect(stderr).toContain('readme.txt');
    const revoked = run(...usual, '--anchors', file('roots'), '--crls', file('revoked'), '--json');
    expect(parsed(revoked.stdout).code).toBe('REVOKED');
  });

  it('a root that lies among the revocation lists is not an anchor', () => {
    const { stdout } = run(...usual, '--anchors', file('nothing'), '--crls', file('roots'), '--json');
    expect(parsed(stdout).code).toBe('CHAIN_NOT_FOUND');
  });

  it('speaks Russian to a person', () => {
    const { status, stdout } = run(...trusted);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^Подпись подтверждена\n/);
    expect(stdout).toContain('✓ Документ не изменён после подписания');
  });

  it.each([
    ['nothing at all', [], '--content'],
    ['a missing file', [...trusted, '--content', file('absent.pdf')], '--content'],
    ['a folder instead of a file', [...trusted, '--signature', folder], '--signature'],
    ['a file instead of a folder', [...trusted, '--anchors', file('doc.pdf')], '--anchors'],
    ['a date without a zone', [...trusted, '--at', '2026-12-04T09:00:00'], '--at'],
    ['a number of a wrong length', [...trusted, '--ogrn', '123'], '--ogrn'],
    ['an unknown argument', [...trusted, '--trust-me'], '--trust-me'],
  ])('%s ends with 2 and names the argument', (_name, words, argument) => {
    const { status, stdout, stderr } = run(...words);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(argument);
  });
});

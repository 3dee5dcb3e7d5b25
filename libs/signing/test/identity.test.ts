import { signCertificate, keyUsage, subjectKeyIdentifier } from '../src/demo-ca/certificate.js';
import { encodeName, type NameAttribute } from '../src/demo-ca/names.js';
import { OID } from '../src/oids.js';
import type { VerificationInput } from '../src/verify/types.js';
import { parseCertificate } from '../src/x509/certificate.js';
import { describeCertificate } from '../src/x509/describe.js';
import { newKeys } from './support/authorities.js';
import { shiftDays } from '../src/demo-ca/authority.js';
import { buildCms } from './support/cms-builder.js';
import { HEAD, NOW, createWorld, issueHead, verifyIn, type World } from './support/world.js';

let world: World;
beforeAll(async () => {
  world = await createWorld('P-256');
});

/** A certificate of the demo centre with exactly these names, and a signature by it. */
function signedAs(subject: readonly NameAttribute[]): { certificate: Uint8Array; signature: Uint8Array } {
  const { issuing } = world.ca;
  const keys = newKeys();
  const certificate = signCertificate(
    {
      issuer: parseCertificate(issuing.certificate).subject.der,
      subject: encodeName(subject),
      publicKey: keys.publicKey,
      notBefore: shiftDays(NOW, -1),
      notAfter: shiftDays(NOW, 1),
      extensions: [keyUsage([0]), subjectKeyIdentifier(keys.publicKey)],
    },
    issuing.privateKey,
  );
  const certificates = [certificate, issuing.certificate];
  return { certificate, signature: buildCms({ certificate, privateKey: keys.privateKey, certificates }) };
}

async function codeFor(subject: readonly NameAttribute[], expected: VerificationInput['expected']) {
  const { code, checks } = await verifyIn(world, signedAs(subject).signature, { expected });
  return { code, lines: checks.slice(15).map(({ id, status }) => `${id} ${status}`) };
}

describe('The organization', () => {
  it('a legal entity is known by ИНН ЮЛ and ОГРН, each on its own line', async () => {
    const subject: NameAttribute[] = [
      [OID.innLegalEntity, '7710474375'],
      [OID.ogrn, '1047702026701'],
    ];
    const expected = { organization: { innLegalEntity: '7710474375', ogrn: '1047702026701' } };
    expect(await codeFor(subject, expected)).toEqual({
      code: null,
      lines: ['ORGANIZATION_INN PASSED', 'ORGANIZATION_OGRN PASSED'],
    });
  });

  it('an old certificate carries ИНН of a legal entity as twelve digits that begin with 00', async () => {
    const expected = { organization: { innLegalEntity: '7710474375' } };
    expect(await codeFor([[OID.inn, '007710474375']], expected)).toMatchObject({ code: null });
    expect(await codeFor([[OID.inn, '007704853840']], expected)).toMatchObject({ code: 'ORG_INN' });
    expect(await codeFor([[OID.inn, '7710474375']], expected)).toMatchObject({ code: 'ORG_INN' });
  });

  it('the proper attribute of ИНН ЮЛ is not overridden by the old one', async () => {
    const subject: NameAttribute[] = [
      [OID.innLegalEntity, '7704853840'],
      [OID.inn, '007710474375'],
    ];
    expect(await codeFor(subject, { organization: { innLegalEntity: '7710474375' } })).toMatchObject({
      code: 'ORG_INN',
    });
  });

  it('a number given twice identifies nobody', async () => {
    const subject: NameAttribute[] = [
      [OID.ogrn, '1047702026701'],
      [OID.ogrn, '1037739010891'],
    ];
    expect(await codeFor(subject, { organization: { ogrn: '1047702026701' } })).toMatchObject({
      code: 'ORG_OGRN',
    });
  });

  it('a sole proprietor is known by ОГРНИП and the personal ИНН', async () => {
    const head = await issueHead(world.ca, {
      organization: { ogrnip: '304770000000020', inn: '770000000082' },
    });
    const signature = buildCms({ ...head, certificates: [head.certificate, ...head.chain] });
    const expecting = (ogrnip: string, inn: string) =>
      verifyIn(world, signature, { expected: { organization: { ogrnip, inn } } });
    expect(await expecting('304770000000020', '770000000082')).toMatchObject({ indication: 'TOTAL-PASSED' });
    expect(await expecting('304770000000031', '770000000082')).toMatchObject({ code: 'ORG_OGRNIP' });
    expect(await expecting('304770000000020', '770000000083')).toMatchObject({ code: 'ORG_INN' });
  });
});

describe('The person', () => {
  const subject: NameAttribute[] = [
    [OID.surname, 'АЛЕШИНА'],
    [OID.givenName, 'Мария  Сергеевна'],
  ];
  const named = { surname: 'Алёшина', givenName: 'мария сергеевна' };

  it('is compared by names when the certificate has no СНИЛС: case, Ё and spaces aside', async () => {
    const expected = { person: { ...named, snils: '11223344595' } };
    expect(await codeFor(subject, expected)).toEqual({ code: null, lines: ['PERSON_NAME PASSED'] });
  });

  it('is compared in NFC', async () => {
    const expected = { person: { ...named, surname: 'Алёшина'.normalize('NFD') } };
    expect(await codeFor(subject, expected)).toMatchObject({ code: null });
  });

  it('is refused when only СНИЛС is known and the certificate has none', async () => {
    expect(await codeFor(subject, { person: { snils: '11223344595' } })).toMatchObject({
      code: 'PERSON_SNILS',
    });
  });

  it('is known by СНИЛС alone when the certificate has it, so a changed surname does not matter', async () => {
    const withSnils: NameAttribute[] = [...subject, [OID.snils, '11223344595']];
    const expected = {
      person: { snils: '112-233-445 95', surname: 'Петрова', givenName: 'Мария Сергеевна' },
    };
    expect(await codeFor(withSnils, expected)).toEqual({ code: null, lines: ['PERSON_SNILS PASSED'] });
  });

  it('no number of a person is written into the report', async () => {
    const { checks } = await verifyIn(world, signedAs([...subject, [OID.snils, '11223344595']]).signature, {
      expected: { person: { snils: '11223344596' } },
    });
    expect(JSON.stringify(checks)).not.toMatch(/1122334459/);
  });
});

describe('A certificate described for people', () => {
  it('names the holder, the issuer, the key and the dates', async () => {
    const summary = await describeCertificate(world.head.certificate);
    expect(summary).toMatchObject({
      subject: { o: 'ООО «Ромашка»', title: HEAD.title, innLegalEntity: '7710474375', inn: HEAD.inn },
      issuer: 'ТЕСТОВЫЙ УЦ Praktika — юридической силы не имеет',
      keyAlgorithm: 'P-256',
      notBefore: '2025-10-30T09:00:00.000Z',
    });
    expect(summary.thumbprint).toMatch(/^[0-9a-f]{64}$/);
    expect(summary.serialNumber).toMatch(/^[0-9A-F]{32}$/);
    expect(new Uint8Array(Buffer.from(summary.der, 'base64'))).toEqual(world.head.certificate);
  });

  it('absent attributes are absent', async () => {
    const { subject } = await describeCertificate(signedAs([[OID.commonName, 'Имя']]).certificate);
    expect(subject).toEqual({ cn: 'Имя' });
  });
});

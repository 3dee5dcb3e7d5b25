import { nodeCryptoProvider } from '../../src/node/provider.js';
import {
  createDemoCa,
  issueCrls,
  shiftDays,
  type DemoAlgorithm,
  type DemoCa,
} from '../../src/demo-ca/authority.js';
import {
  issuePersonCertificate,
  type IssuedCertificate,
  type PersonCertificateRequest,
} from '../../src/demo-ca/person.js';
import { toPkcs12 } from '../../src/demo-ca/pkcs12.js';
import { openPkcs12 } from '../../src/browser/pkcs12/open.js';
import type { VerificationInput } from '../../src/verify/types.js';
import { verifyDetachedSignature } from '../../src/verify/verify.js';

/** The instant every test judges at. */
export const NOW = new Date('2026-12-04T09:00:00Z');

export const ROMASHKA = { name: 'ООО «Ромашка»', innLegalEntity: '7710474375', ogrn: '1047702026701' };
export const HEAD = {
  surname: 'Алёшина',
  givenName: 'Мария',
  patronymic: 'Сергеевна',
  snils: '11223344595',
  inn: '770000000082',
  title: 'Генеральный директор',
};
export const DOCUMENT = new TextEncoder().encode('%PDF-1.7 Договор на период практики № 17');
export const PASSWORD = 'Пароль-2026';

/** A centre, its head's certificate, fresh revocation lists, and a signature to spoil. */
export interface World {
  readonly ca: DemoCa;
  readonly head: IssuedCertificate;
  readonly crls: readonly Uint8Array[];
}

export const issueHead = (
  ca: DemoCa,
  changes: Partial<PersonCertificateRequest> = {},
): Promise<IssuedCertificate> =>
  issuePersonCertificate(ca, { organization: ROMASHKA, person: HEAD, now: NOW, ...changes });

export const freshCrls = (ca: DemoCa, revoked: Parameters<typeof issueCrls>[1]['revoked'] = []) =>
  issueCrls(ca, { thisUpdate: shiftDays(NOW, -1), nextUpdate: shiftDays(NOW, 1), revoked });

export async function createWorld(algorithm: DemoAlgorithm): Promise<World> {
  const ca = await createDemoCa({ algorithm, now: NOW });
  return { ca, head: await issueHead(ca), crls: freshCrls(ca) };
}

/** Signs as the browser does: through a key file and WebCrypto. */
export async function signAsBrowser(
  { certificate, privateKey, chain }: IssuedCertificate,
  content: Uint8Array = DOCUMENT,
  signingTime: Date = NOW,
): Promise<Uint8Array> {
  const key = await openPkcs12(
    await toPkcs12({ certificate, privateKey, chain, password: PASSWORD }),
    PASSWORD,
  );
  return key.sign(content, { signingTime });
}

/** Verifies against the world; `changes` say what the case differs in. */
export function verifyIn(
  { ca, crls }: World,
  signature: Uint8Array,
  changes: Partial<VerificationInput> = {},
): ReturnType<typeof verifyDetachedSignature> {
  return verifyDetachedSignature({
    content: DOCUMENT,
    signature,
    trust: { anchors: [ca.root.certificate], crls },
    at: NOW,
    provider: nodeCryptoProvider,
    ...changes,
  });
}

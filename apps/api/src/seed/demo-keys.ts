import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { openPkcs12, type Pkcs12Key } from '@praktika/signing/browser';
import { issuePersonCertificate, toPkcs12, type PersonCertificateRequest } from '@praktika/signing/demo-ca';
import { containerPath, demoFolder, type DemoCentres } from '../modules/demo/index.js';
import { DEMO_PASSWORD, type DemoOrganizationKey } from '../modules/organizations/seed/index.js';
import { headOf, organizationOf, positionOf } from './demo-people.js';

/** Who signs in the demo, and with which kind of key: both kinds are at work. */
const SIGNERS: readonly (readonly [DemoOrganizationKey, keyof DemoCentres])[] = [
  ['romashka', 'rsa'],
  ['vector', 'ec'],
  ['lugov', 'rsa'],
  ['szgu', 'ec'],
  ['zkit', 'rsa'],
];

/** Regions of the demo's organizations as certificates write them: code and name. */
const REGIONS: Readonly<Record<string, string>> = {
  '60': '60 Псковская область',
  '66': '66 Свердловская область',
  '77': '77 г. Москва',
};

/** Issues a container to every signer who has none yet; each file appears whole or not at all. */
export async function ensureContainers(
  dataDirectory: string,
  centres: DemoCentres,
  now: Date,
): Promise<void> {
  const folder = demoFolder(dataDirectory);
  await mkdir(folder.certificates, { recursive: true, mode: 0o700 });
  for (const [key, kind] of SIGNERS) {
    const path = containerPath(folder, headOf(key).email);
    if (existsSync(path)) continue;
    const issued = await issuePersonCertificate(centres[kind], requestFor(key, now));
    const container = await toPkcs12({
      ...issued,
      password: DEMO_PASSWORD,
      friendlyName: organizationOf(key).shortName,
    });
    await writeFile(`${path}.new`, container, { mode: 0o600 });
    await rename(`${path}.new`, path);
  }
}

/** What a qualified centre would write of the head, or of the sole proprietor. */
function requestFor(key: DemoOrganizationKey, now: Date): PersonCertificateRequest {
  const organization = organizationOf(key);
  const { surname, givenName, patronymic, snils } = headOf(key);
  const subject =
    organization.legalForm === 'SOLE_PROPRIETOR'
      ? { ogrnip: organization.ogrn, inn: organization.inn }
      : { name: organization.shortName, innLegalEntity: organization.inn, ogrn: organization.ogrn };
  return {
    organization: subject,
    person: { surname, givenName, patronymic, snils: snils ?? '', title: positionOf(headOf(key), key) },
    region: REGIONS[organization.regionCode] ?? organization.regionCode,
    locality: `г. ${organization.city}`,
    now,
  };
}

/** Keys of the demo's signers, each opened once, as a browser opens them. */
export class DemoKeys {
  private readonly opened = new Map<string, Promise<Pkcs12Key>>();

  constructor(private readonly dataDirectory: string) {}

  /** A detached signature over the bytes by an organization's head. @returns base64 of the CMS */
  async sign(key: DemoOrganizationKey, content: Uint8Array, at: Date): Promise<string> {
    const { email } = headOf(key);
    const container = this.opened.get(email) ?? this.open(email);
    this.opened.set(email, container);
    const cms = await (await container).sign(content, { signingTime: at });
    return Buffer.from(cms).toString('base64');
  }

  private async open(email: string): Promise<Pkcs12Key> {
    const file = await readFile(containerPath(demoFolder(this.dataDirectory), email));
    return openPkcs12(Uint8Array.from(file), DEMO_PASSWORD);
  }
}

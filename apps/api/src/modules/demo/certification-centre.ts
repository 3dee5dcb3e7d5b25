import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { parseCertificate, parseCrl } from '@praktika/signing';
import { createDemoCa, issueCrls, loadDemoCa, saveDemoCa, type DemoCa } from '@praktika/signing/demo-ca';
import type { TrustRegistry } from '../signatures/index.js';

const DAY_MS = 24 * 3_600_000;

/** How long a list stays in force: a day is missed without anybody noticing, a second one is not. */
const LIST_DAYS = 2;

/** The demo's two certification centres, one per kind of key. */
export interface DemoCentres {
  readonly rsa: DemoCa;
  readonly ec: DemoCa;
}

/** The centres kept in a folder; undefined when there are none. */
export async function loadCentres(folder: string): Promise<DemoCentres | undefined> {
  const [rsa, ec] = await Promise.all([loadDemoCa(folder, 'RSA'), loadDemoCa(folder, 'P-256')]);
  return rsa && ec ? { rsa, ec } : undefined;
}

/** The centres of a folder, made when they are not there. The folder appears whole or not at all. */
export async function ensureCentres(folder: string, now: Date): Promise<DemoCentres> {
  const known = await loadCentres(folder);
  if (known) return known;
  const [rsa, ec] = await Promise.all([
    createDemoCa({ algorithm: 'RSA', now }),
    createDemoCa({ algorithm: 'P-256', now }),
  ]);
  const draft = `${folder}.new`;
  await rm(draft, { recursive: true, force: true });
  await mkdir(dirname(folder), { recursive: true, mode: 0o700 });
  for (const centre of [rsa, ec]) await saveDemoCa(centre, draft);
  await rename(draft, folder);
  return { rsa, ec };
}

/** Makes the installation trust the centres. */
export async function publishCentres(registry: TrustRegistry, { rsa, ec }: DemoCentres): Promise<void> {
  const authorities = [rsa.root, rsa.issuing, ec.root, ec.issuing];
  await registry.add('demo', {
    certificates: authorities.map(({ certificate }) => parseCertificate(certificate)),
  });
}

/**
 * Issues the centres' revocation lists, in force from an instant.
 * @param until the end of their force; two days when left out
 */
export async function issueLists(
  registry: TrustRegistry,
  { rsa, ec }: DemoCentres,
  from: Date,
  until: Date = new Date(from.getTime() + LIST_DAYS * DAY_MS),
): Promise<void> {
  const dates = { thisUpdate: from, nextUpdate: until };
  const lists = [...issueCrls(rsa, dates), ...issueCrls(ec, dates)];
  await registry.add('demo', { crls: lists.map(parseCrl) });
}

import { createHash, randomUUID } from 'node:crypto';
import { createDemoCa, issueCrls, issuePersonCertificate, toPkcs12 } from '@praktika/signing/demo-ca';
import { openPkcs12 } from '@praktika/signing/browser';
import { parseCertificate, parseCrl } from '@praktika/signing';
import { withClient } from '../../postgres/index.mjs';
import { content } from './content.mjs';

const HOUR_MS = 3_600_000;
const PASSWORD = 'bench';

const SIGNERS = `
  SELECT o.id AS organization, o.full_name AS name, o.inn, o.ogrn, p.surname, p.given_name, p.patronymic, p.snils
    FROM organizations o JOIN memberships m ON m.organization_id = o.id AND m.roles = '{HEAD}'
    JOIN people p ON p.id = m.person_id
   WHERE o.id = ANY ($1::uuid[])`;

const TRUST = `
  INSERT INTO trusted_certificates (id, kind, anchor, subject, der, sha256, added_at)
  VALUES ($1, 'demo', $2, 'bench', $3, $4, now())`;

const LIST = `
  INSERT INTO revocation_lists (sha256, kind, issuer, der, this_update, next_update, stored_at)
  VALUES ($1, 'demo', $2, $3, $4, $5, now())`;

const hashOf = (bytes) => createHash('sha256').update(bytes).digest('hex');

/**
 * A certification centre of the bench's own: trusted by the database, with fresh revocation lists, and a certificate
 * for the head of each organization.
 *
 * @param url the database, as superuser
 * @param organizations ids
 * @returns organization's id → `sign()`, which makes a new detached CAdES-BES over the documents' file, base64
 */
export async function certify(url, organizations) {
  const now = new Date();
  const centre = await createDemoCa({ algorithm: 'RSA', now });
  return withClient(url, async (client) => {
    await trust(client, centre, now);
    const { rows } = await client.query(SIGNERS, [organizations]);
    const signers = await Promise.all(
      rows.map(async (row) => [row.organization, await signerOf(centre, row, now)]),
    );
    return new Map(signers);
  });
}

async function trust(client, centre, now) {
  await client.query('DELETE FROM trusted_certificates');
  await client.query('DELETE FROM revocation_lists');
  for (const { certificate } of [centre.root, centre.issuing]) {
    const anchor = certificate === centre.root.certificate;
    await client.query(TRUST, [randomUUID(), anchor, Buffer.from(certificate), hashOf(certificate)]);
  }
  const dates = {
    thisUpdate: new Date(now.getTime() - HOUR_MS),
    nextUpdate: new Date(now.getTime() + 24 * HOUR_MS),
  };
  for (const der of issueCrls(centre, dates)) {
    const { issuer, thisUpdate, nextUpdate } = parseCrl(der);
    await client.query(LIST, [hashOf(der), hashOf(issuer.der), Buffer.from(der), thisUpdate, nextUpdate]);
  }
}

/** A head with a key, opened the way the browser opens a .p12 file. */
async function signerOf(centre, row, now) {
  const { surname, given_name: givenName, patronymic, snils, name, inn, ogrn } = row;
  const issued = await issuePersonCertificate(centre, {
    organization: { name, innLegalEntity: inn, ogrn },
    person: { surname, givenName, patronymic, snils, title: 'Руководитель' },
    now,
  });
  const key = await openPkcs12(await toPkcs12({ ...issued, password: PASSWORD }), PASSWORD);
  let made = 0;
  // a signature is accepted once, so each has another claimed time
  const sign = async () => {
    const signingTime = new Date(now.getTime() - HOUR_MS - 1000 * made++);
    return Buffer.from(await key.sign(content, { signingTime })).toString('base64');
  };
  return { sign, certificate: parseCertificate(issued.certificate) };
}

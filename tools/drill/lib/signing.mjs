/** Signatures as the browser makes them, by a demo certification centre that the installation is told to trust. */
import { createHash } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import { isSelfIssued, parseCertificate, parseCrl } from '@praktika/signing';
import { openPkcs12 } from '@praktika/signing/browser';
import { createDemoCa, issueCrls, issuePersonCertificate, toPkcs12 } from '@praktika/signing/demo-ca';
import { withClient } from '../../postgres/index.mjs';

const day = 24 * 60 * 60 * 1000;
const keyPassword = 'key-of-a-drill';
const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');
const nameText = (name) => Buffer.from(name.der).toString('hex');

/**
 * Makes the centre and writes it and its revocation lists among the trusted.
 *
 * @returns `{keyOf, sign}`: `keyOf(organization)` opens the head's .p12, once; `sign(organization, bytes)` answers
 *   `{cms, sha256}`, base64 and the hash under which the signature is stored
 */
export async function createSigning(ownerUrl, now = new Date()) {
  const ca = await createDemoCa({ algorithm: 'P-256', now });
  const lists = issueCrls(ca, {
    thisUpdate: new Date(now.getTime() - day / 2),
    nextUpdate: new Date(now.getTime() + 7 * day),
  });
  await trust(ownerUrl, [ca.root.certificate, ca.issuing.certificate], lists, now);
  const keys = new Map();
  const keyOf = (organization) => {
    const known = keys.get(organization.id) ?? issueKey(ca, organization, now);
    keys.set(organization.id, known);
    return known;
  };
  return {
    keyOf,
    sign: async (organization, bytes) => {
      const cms = await (await keyOf(organization)).sign(bytes);
      return { cms: Buffer.from(cms).toString('base64'), sha256: sha256(cms) };
    },
  };
}

async function issueKey(ca, { fullName, inn, ogrn, head }, now) {
  const { surname, givenName, patronymic, snils, position } = head;
  const { certificate, privateKey, chain } = await issuePersonCertificate(ca, {
    organization: { name: fullName, innLegalEntity: inn, ogrn },
    person: { surname, givenName, patronymic, snils, title: position },
    now,
  });
  return openPkcs12(await toPkcs12({ certificate, privateKey, chain, password: keyPassword }), keyPassword);
}

function trust(ownerUrl, certificates, lists, now) {
  return withClient(ownerUrl, async (client) => {
    for (const certificate of certificates.map((der) => parseCertificate(der))) {
      await client.query(
        `INSERT INTO trusted_certificates (id, kind, anchor, subject, der, sha256, added_at)
         VALUES ($1, 'demo', $2, $3, $4, $5, $6)`,
        [
          uuidv7(),
          isSelfIssued(certificate),
          nameText(certificate.subject),
          Buffer.from(certificate.der),
          sha256(certificate.der),
          now,
        ],
      );
    }
    for (const list of lists.map((der) => parseCrl(der))) {
      await client.query(
        `INSERT INTO revocation_lists (sha256, kind, issuer, der, this_update, next_update, stored_at)
         VALUES ($1, 'demo', $2, $3, $4, $5, $6)`,
        [
          sha256(list.der),
          nameText(list.issuer),
          Buffer.from(list.der),
          list.thisUpdate,
          list.nextUpdate,
          now,
        ],
      );
    }
  });
}

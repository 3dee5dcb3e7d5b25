import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { BACKDATED_DAYS, shiftDays } from '../../src/demo-ca/authority.js';
import {
  authorityConstraints,
  keyUsage,
  signCertificate,
  subjectKeyIdentifier,
  type Authority,
} from '../../src/demo-ca/certificate.js';
import { authorityName, encodeName } from '../../src/demo-ca/names.js';
import type { IssuedCertificate } from '../../src/demo-ca/person.js';
import { parseCertificate } from '../../src/x509/certificate.js';
import { KEY_USAGE } from '../../src/x509/extensions.js';
import { NOW } from './world.js';

/** Extensions of a certificate the tests make by hand. */
export const AUTHORITY_USAGE = keyUsage([KEY_USAGE.keyCertSign, KEY_USAGE.cRLSign]);
export const SIGNER_USAGE = keyUsage([KEY_USAGE.digitalSignature, 1]);

export const newKeys = () => generateKeyPairSync('ec', { namedCurve: 'P-256' });

/** A certificate of any kind issued by any authority, however wrong that is. */
export function issue(
  issuer: Authority,
  name: string,
  extensions: readonly Uint8Array[],
  keys: { publicKey: KeyObject; privateKey: KeyObject } = newKeys(),
): IssuedCertificate {
  const certificate = signCertificate(
    {
      issuer: parseCertificate(issuer.certificate).subject.der,
      subject: encodeName(authorityName(name)),
      publicKey: keys.publicKey,
      notBefore: shiftDays(NOW, -BACKDATED_DAYS),
      notAfter: shiftDays(NOW, BACKDATED_DAYS),
      extensions: [...extensions, subjectKeyIdentifier(keys.publicKey)],
    },
    issuer.privateKey,
  );
  return { certificate, privateKey: keys.privateKey, chain: [issuer.certificate] };
}

/** An authority below another one. */
export const issueAuthority = (issuer: Authority, name: string, pathLength?: number): IssuedCertificate =>
  issue(issuer, name, [authorityConstraints(pathLength), AUTHORITY_USAGE]);

/** A signer below an authority, with the authorities that belong into the file. */
export function issueSigner(
  issuer: Authority,
  above: readonly Uint8Array[],
  extensions: readonly Uint8Array[] = [SIGNER_USAGE],
): IssuedCertificate {
  return { ...issue(issuer, 'Подписавший', extensions), chain: [issuer.certificate, ...above] };
}

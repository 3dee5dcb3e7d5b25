import { generateKeyPair, type KeyObject } from 'node:crypto';
import { promisify } from 'node:util';
import {
  element,
  integer,
  octetString,
  oid,
  sequence,
  tagged,
  time,
  unsignedInteger,
} from '../asn1/writer.js';
import { TAG } from '../asn1/node.js';
import { OID } from '../oids.js';
import { parseCertificate } from '../x509/certificate.js';
import { KEY_USAGE } from '../x509/extensions.js';
import {
  authorityConstraints,
  authorityKeyIdentifier,
  extension,
  keyUsage,
  signCertificate,
  signatureAlgorithm,
  signed,
  subjectKeyIdentifier,
  type Authority,
} from './certificate.js';
import { authorityName, encodeName } from './names.js';

export type DemoAlgorithm = 'RSA' | 'P-256';

/** The demo certification centre: a root that issues one authority, which issues people. */
export interface DemoCa {
  readonly algorithm: DemoAlgorithm;
  readonly root: Authority;
  readonly issuing: Authority;
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** Demo certificates reach this far back, so that documents of the past year carry signatures valid at their time. */
export const BACKDATED_DAYS = 400;

const AUTHORITY_YEARS = 20;

/** `days` before or after an instant. */
export const shiftDays = (instant: Date, days: number): Date => new Date(instant.getTime() + days * DAY_MS);

const generate = promisify(generateKeyPair);

/** A key pair of the kind: RSA-2048 or P-256. */
export function generateKeys(
  algorithm: DemoAlgorithm,
): Promise<{ publicKey: KeyObject; privateKey: KeyObject }> {
  return algorithm === 'RSA'
    ? generate('rsa', { modulusLength: 2048 })
    : generate('ec', { namedCurve: 'P-256' });
}

/** Makes the centre: root → issuing authority that may issue people only (path length 0). */
export async function createDemoCa({
  algorithm,
  now,
}: {
  algorithm: DemoAlgorithm;
  now: Date;
}): Promise<DemoCa> {
  const [rootKeys, issuingKeys] = await Promise.all([generateKeys(algorithm), generateKeys(algorithm)]);
  const rootName = encodeName(authorityName(`Корневой центр, ${algorithm}`));
  const dates = {
    notBefore: shiftDays(now, -BACKDATED_DAYS - 1),
    notAfter: shiftDays(now, AUTHORITY_YEARS * 365),
  };
  const usage = keyUsage([KEY_USAGE.keyCertSign, KEY_USAGE.cRLSign]);
  const root = signCertificate(
    {
      ...dates,
      issuer: rootName,
      subject: rootName,
      publicKey: rootKeys.publicKey,
      extensions: [authorityConstraints(), usage, subjectKeyIdentifier(rootKeys.publicKey)],
    },
    rootKeys.privateKey,
  );
  const issuing = signCertificate(
    {
      ...dates,
      issuer: rootName,
      subject: encodeName(authorityName(`Выпускающий центр, ${algorithm}`)),
      publicKey: issuingKeys.publicKey,
      extensions: [
        authorityConstraints(0),
        usage,
        subjectKeyIdentifier(issuingKeys.publicKey),
        authorityKeyIdentifier(rootKeys.publicKey),
      ],
    },
    rootKeys.privateKey,
  );
  return {
    algorithm,
    root: { certificate: root, privateKey: rootKeys.privateKey },
    issuing: { certificate: issuing, privateKey: issuingKeys.privateKey },
  };
}

export interface RevokedCertificate {
  /** DER of the certificate. */
  readonly certificate: Uint8Array;
  readonly date: Date;
  /** CRLReason of RFC 5280: 1 key compromise, 6 hold, 8 removed from the list; absent = not given. */
  readonly reason?: number;
}

export interface CrlOptions {
  readonly thisUpdate: Date;
  readonly nextUpdate: Date;
  readonly revoked?: readonly RevokedCertificate[];
  /** DER of further extensions: what makes a list a delta or a partition. */
  readonly extensions?: readonly Uint8Array[];
}

/** The two revocation lists of the centre, root's first; `revoked` goes to the issuing authority's. @returns DER */
export function issueCrls({ root, issuing }: DemoCa, options: CrlOptions): readonly [Uint8Array, Uint8Array] {
  return [issueCrl(root, { ...options, revoked: [] }), issueCrl(issuing, options)];
}

/** One revocation list of one authority, numbered by its time. @returns DER */
export function issueCrl(
  { certificate, privateKey }: Authority,
  { thisUpdate, nextUpdate, revoked = [], extensions = [] }: CrlOptions,
): Uint8Array {
  const entries = revoked.map(encodeEntry);
  const tbs = sequence(
    integer(1),
    signatureAlgorithm(privateKey),
    parseCertificate(certificate).subject.der,
    time(thisUpdate),
    time(nextUpdate),
    ...(entries.length > 0 ? [sequence(...entries)] : []),
    tagged(
      0,
      sequence(
        authorityKeyIdentifier(privateKey),
        extension(OID.crlNumber, integer(Math.floor(thisUpdate.getTime() / 1000))),
        ...extensions,
      ),
    ),
  );
  return signed(tbs, privateKey);
}

function encodeEntry({ certificate, date, reason }: RevokedCertificate): Uint8Array {
  const serial = unsignedInteger(parseCertificate(certificate).serialNumber);
  if (reason === undefined) return sequence(serial, time(date));
  const code = element(TAG.ENUMERATED, Uint8Array.of(reason));
  return sequence(serial, time(date), sequence(sequence(oid(OID.reasonCode), octetString(code))));
}

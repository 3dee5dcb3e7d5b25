import { Asn1Error, TAG, context, contextPrimitive, type Asn1Node } from '../asn1/node.js';
import { readExactly } from '../asn1/reader.js';
import {
  Fields,
  bitStringBytes,
  integerBytes,
  octetStringBytes,
  sequenceOf,
  timeValue,
} from '../asn1/values.js';
import { equalBytes } from '../bytes.js';
import { readPublicKey, type PublicKeyKind } from '../crypto/algorithms.js';
import { OID } from '../oids.js';
import {
  parseBasicConstraints,
  parseExtensions,
  parseKeyUsage,
  type BasicConstraints,
  type Extension,
} from './extensions.js';
import { parseName, type DistinguishedName } from './name.js';

/** A parsed X.509 certificate; byte fields are views into `der`. */
export interface Certificate {
  readonly der: Uint8Array;
  /** The signed part. */
  readonly tbs: Uint8Array;
  /** Content octets of the serial number. */
  readonly serialNumber: Uint8Array;
  readonly issuer: DistinguishedName;
  readonly subject: DistinguishedName;
  readonly notBefore: Date;
  readonly notAfter: Date;
  /** SubjectPublicKeyInfo. */
  readonly spki: Asn1Node;
  readonly publicKey: PublicKeyKind;
  /** AlgorithmIdentifier of the issuer's signature. */
  readonly signatureAlgorithm: Asn1Node;
  readonly signature: Uint8Array;
  readonly extensions: ReadonlyMap<string, Extension>;
  readonly basicConstraints?: BasicConstraints;
  readonly keyUsage?: ReadonlySet<number>;
  readonly subjectKeyIdentifier?: Uint8Array;
}

const EMPTY: ReadonlyMap<string, Extension> = new Map();

/**
 * Reads one certificate, strictly DER.
 *
 * @throws Asn1Error when the bytes are not a certificate or something follows it.
 */
export function parseCertificate(der: Uint8Array): Certificate {
  const outer = new Fields(sequenceOf(readExactly(der)));
  const tbs = outer.next(TAG.SEQUENCE);
  const signatureAlgorithm = outer.next(TAG.SEQUENCE);
  const signature = bitStringBytes(outer.next());
  outer.end();

  const fields = new Fields(tbs.children);
  const version = fields.optional(context(0));
  if (
    version &&
    (version.children.length !== 1 || ![1, 2].includes(integerBytes(version.children[0])[0] ?? 0))
  ) {
    throw new Asn1Error('An unknown version of a certificate');
  }
  const serialNumber = integerBytes(fields.next());
  const innerAlgorithm = fields.next(TAG.SEQUENCE);
  if (!equalBytes(innerAlgorithm.raw, signatureAlgorithm.raw)) {
    throw new Asn1Error('The two signature algorithms of a certificate differ');
  }
  const issuer = parseName(fields.next());
  const [from, to] = sequenceOf(fields.next());
  const subject = parseName(fields.next());
  const spki = fields.next(TAG.SEQUENCE);
  fields.optional(contextPrimitive(1));
  fields.optional(contextPrimitive(2));
  const wrapped = fields.optional(context(3));
  fields.end();
  const extensions = wrapped ? parseExtensions(wrapped.children[0]) : EMPTY;

  return {
    der,
    tbs: tbs.raw,
    serialNumber,
    issuer,
    subject,
    notBefore: timeValue(from),
    notAfter: timeValue(to),
    spki,
    publicKey: readPublicKey(spki),
    signatureAlgorithm,
    signature,
    extensions,
    basicConstraints: inside(extensions, OID.basicConstraints, parseBasicConstraints),
    keyUsage: inside(extensions, OID.keyUsage, parseKeyUsage),
    subjectKeyIdentifier: inside(extensions, OID.subjectKeyIdentifier, (value) =>
      octetStringBytes(readExactly(value)),
    ),
  };
}

function inside<T>(
  extensions: ReadonlyMap<string, Extension>,
  oid: string,
  parse: (value: Uint8Array) => T,
): T | undefined {
  const extension = extensions.get(oid);
  return extension && parse(extension.value);
}

/** Issuer and subject are the same name: a root, when its own key signed it. */
export function isSelfIssued(certificate: Certificate): boolean {
  return equalBytes(certificate.issuer.der, certificate.subject.der);
}

import { Asn1Error, TAG, type Asn1Node } from '../asn1/node.js';
import { readExactly } from '../asn1/reader.js';
import {
  Fields,
  expectTag,
  integerBytes,
  octetStringBytes,
  oidValue,
  sequenceOf,
  timeValue,
} from '../asn1/values.js';
import { readDigestAlgorithm, type DigestName } from '../crypto/algorithms.js';
import { compareBytes, concat } from '../bytes.js';
import { OID } from '../oids.js';
import { Refusal } from '../verify/refusal.js';

/** First ESSCertIDv2 of signing-certificate-v2 (RFC 5035): which certificate the signer meant. */
export interface SigningCertificateReference {
  readonly digest: DigestName | { readonly oid: string };
  readonly hash: Uint8Array;
  readonly serialNumber?: Uint8Array;
}

/** The signed attributes of a CAdES-BES signature. */
export interface SignedAttributes {
  /** What is signed: the attributes as a DER SET OF. */
  readonly signed: Uint8Array;
  readonly contentType: string;
  readonly messageDigest: Uint8Array;
  readonly signingTime?: Date;
  readonly signingCertificate: SigningCertificateReference;
}

/**
 * Reads the signed attributes strictly: DER, sorted, every attribute once with one value, and all that CAdES-BES
 * demands (ETSI EN 319 122-1 §5.2, RFC 5652 §5.3, §11).
 *
 * @throws Refusal NO_SIGNED_ATTRIBUTES, ATTRIBUTES_NOT_DER, DUPLICATE_ATTR, NOT_CADES_BES or NOT_CMS
 */
export function readSignedAttributes(node: Asn1Node | undefined): SignedAttributes {
  if (!node) throw new Refusal('NO_SIGNED_ATTRIBUTES');
  const signed = asSet(node);
  const attributes = readAttributes(signed);
  const type = attributes.get(OID.contentType);
  const digest = attributes.get(OID.messageDigest);
  if (!type || !digest) throw new Refusal('NO_SIGNED_ATTRIBUTES');
  const reference = attributes.get(OID.signingCertificateV2);
  if (!reference) throw new Refusal('NOT_CADES_BES');
  const time = attributes.get(OID.signingTime);
  try {
    return {
      signed,
      contentType: oidValue(type),
      messageDigest: octetStringBytes(digest),
      signingTime: time && timeValue(time),
      signingCertificate: readReference(reference),
    };
  } catch (error) {
    throw error instanceof Asn1Error ? new Refusal('NOT_CMS') : error;
  }
}

/** RFC 5652 §5.4: the signature covers the attributes under the tag of SET OF, in DER. */
function asSet(node: Asn1Node): Uint8Array {
  const signed = concat(node.raw);
  signed[0] = TAG.SET;
  return signed;
}

function readAttributes(signed: Uint8Array): ReadonlyMap<string, Asn1Node> {
  const set = readDer(signed);
  const attributes = new Map<string, Asn1Node>();
  let previous: Uint8Array | undefined;
  for (const item of set.children) {
    if (previous && compareBytes(previous, item.raw) > 0) throw new Refusal('ATTRIBUTES_NOT_DER');
    previous = item.raw;
    const { oid, values } = readAttribute(item);
    const [value, ...more] = values;
    if (attributes.has(oid) || (more.length > 0 && SINGLE_VALUED.has(oid)))
      throw new Refusal('DUPLICATE_ATTR');
    if (!value) throw new Refusal('NOT_CMS');
    attributes.set(oid, value);
  }
  return attributes;
}

const SINGLE_VALUED = new Set<string>([
  OID.contentType,
  OID.messageDigest,
  OID.signingTime,
  OID.signingCertificate,
  OID.signingCertificateV2,
]);

function readDer(signed: Uint8Array): Asn1Node {
  try {
    return readExactly(signed);
  } catch {
    throw new Refusal('ATTRIBUTES_NOT_DER');
  }
}

function readAttribute(node: Asn1Node): { oid: string; values: readonly Asn1Node[] } {
  try {
    const fields = new Fields(sequenceOf(node));
    const oid = oidValue(fields.next());
    const values = fields.next(TAG.SET).children;
    fields.end();
    return { oid, values };
  } catch {
    throw new Refusal('NOT_CMS');
  }
}

/** SigningCertificateV2 ::= SEQUENCE { certs SEQUENCE OF ESSCertIDv2, policies OPTIONAL } */
function readReference(node: Asn1Node): SigningCertificateReference {
  const [certificates] = sequenceOf(node);
  const [first] = sequenceOf(certificates);
  const fields = new Fields(sequenceOf(first));
  const algorithm = fields.optional(TAG.SEQUENCE);
  const hash = octetStringBytes(fields.next(TAG.OCTET_STRING));
  const issuerSerial = fields.optional(TAG.SEQUENCE);
  fields.end();
  return {
    digest: algorithm ? readDigestAlgorithm(algorithm) : 'SHA-256',
    hash,
    serialNumber: issuerSerial && integerBytes(expectTag(issuerSerial.children[1], TAG.INTEGER)),
  };
}

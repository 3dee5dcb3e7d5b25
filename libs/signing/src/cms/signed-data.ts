import { Asn1Error, Asn1LimitError, TAG, context, contextPrimitive, type Asn1Node } from '../asn1/node.js';
import { readFirst } from '../asn1/reader.js';
import {
  Fields,
  expectTag,
  integerBytes,
  octetStringBytes,
  oidValue,
  sequenceOf,
  smallInteger,
} from '../asn1/values.js';
import { OID } from '../oids.js';
import { Refusal } from '../verify/refusal.js';

/** Who signed: named by issuer and serial number, or by the key identifier of the certificate. */
export type SignerId =
  { readonly issuer: Uint8Array; readonly serialNumber: Uint8Array } | { readonly keyIdentifier: Uint8Array };

/** SignerInfo of RFC 5652 §5.3. Unsigned attributes prove nothing and are not kept. */
export interface SignerInfo {
  readonly id: SignerId;
  readonly digestAlgorithm: Asn1Node;
  /** The `[0] IMPLICIT SET OF` as it stands in the file; absent when nothing but the content is signed. */
  readonly signedAttributes?: Asn1Node;
  readonly signatureAlgorithm: Asn1Node;
  readonly signature: Uint8Array;
}

/** SignedData of RFC 5652 §5.1, as far as a verifier of detached signatures needs it. */
export interface SignedData {
  readonly digestAlgorithms: readonly Asn1Node[];
  readonly contentType: string;
  /** The document is inside the file: not a detached signature. */
  readonly attached: boolean;
  /** DER of the plain X.509 certificates in the file. */
  readonly certificates: readonly Uint8Array[];
  readonly signers: readonly SignerInfo[];
}

const VERSIONS = { signedData: [1, 3], byIssuer: 1, byKeyIdentifier: 3 } as const;

/**
 * Reads ContentInfo { SignedData } from DER, or from the BER that signing tools write.
 *
 * @throws Refusal NOT_CMS, TOO_LARGE (limits of the reader) or TRAILING_DATA
 */
export function parseSignedData(bytes: Uint8Array): SignedData {
  try {
    const { node, length } = readFirst(bytes, { ber: true });
    const signedData = readContentInfo(node);
    if (length !== bytes.length) throw new Refusal('TRAILING_DATA');
    return signedData;
  } catch (error) {
    if (error instanceof Asn1LimitError) throw new Refusal('TOO_LARGE');
    if (error instanceof Asn1Error) throw new Refusal('NOT_CMS');
    throw error;
  }
}

function readContentInfo(node: Asn1Node): SignedData {
  const info = new Fields(sequenceOf(node));
  if (oidValue(info.next()) !== OID.signedData) throw new Asn1Error('Not SignedData');
  const content = info.next(context(0));
  info.end();
  if (content.children.length !== 1) throw new Asn1Error('A broken ContentInfo');
  return readSignedData(content.children[0]);
}

function readSignedData(node: Asn1Node | undefined): SignedData {
  const fields = new Fields(sequenceOf(node));
  const version = smallInteger(integerBytes(fields.next()));
  if (!VERSIONS.signedData.some((known) => known === version)) throw new Asn1Error('An unknown version');
  const digestAlgorithms = fields.next(TAG.SET).children;
  const [type, content, ...rest] = sequenceOf(fields.next());
  if (rest.length > 0 || (content && content.tag !== context(0))) throw new Asn1Error('A broken content');
  const certificates = fields.optional(context(0))?.children ?? [];
  fields.optional(context(1));
  const signers = fields.next(TAG.SET).children.map(readSignerInfo);
  fields.end();
  return {
    digestAlgorithms,
    contentType: oidValue(type),
    attached: content !== undefined,
    certificates: certificates.map((certificate) => expectTag(certificate, TAG.SEQUENCE).raw),
    signers,
  };
}

function readSignerInfo(node: Asn1Node): SignerInfo {
  const fields = new Fields(sequenceOf(node));
  const version = smallInteger(integerBytes(fields.next()));
  const id = readSignerId(fields.next());
  if (version !== ('issuer' in id ? VERSIONS.byIssuer : VERSIONS.byKeyIdentifier)) {
    throw new Asn1Error('The version of a signer does not fit its identifier');
  }
  const digestAlgorithm = fields.next(TAG.SEQUENCE);
  const signedAttributes = fields.optional(context(0));
  const signatureAlgorithm = fields.next(TAG.SEQUENCE);
  const signature = octetStringBytes(fields.next());
  fields.optional(context(1));
  fields.end();
  return { id, digestAlgorithm, signedAttributes, signatureAlgorithm, signature };
}

function readSignerId(node: Asn1Node): SignerId {
  if (node.tag === contextPrimitive(0)) return { keyIdentifier: node.content };
  const [issuer, serialNumber, ...rest] = sequenceOf(node);
  if (rest.length > 0) throw new Asn1Error('A broken signer identifier');
  return { issuer: expectTag(issuer, TAG.SEQUENCE).raw, serialNumber: integerBytes(serialNumber) };
}

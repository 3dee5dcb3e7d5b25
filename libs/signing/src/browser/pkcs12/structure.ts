import { Asn1Error, TAG, context, contextPrimitive, type Asn1Node } from '../../asn1/node.js';
import { readFirst } from '../../asn1/reader.js';
import { Fields, octetStringBytes, oidValue, sequenceOf } from '../../asn1/values.js';
import { concat } from '../../bytes.js';
import { OID } from '../../oids.js';

/** RFC 7292, by the names there. */
const P12 = {
  encryptedData: '1.2.840.113549.1.7.6',
  keyBag: '1.2.840.113549.1.12.10.1.1',
  shroudedKeyBag: '1.2.840.113549.1.12.10.1.2',
  certBag: '1.2.840.113549.1.12.10.1.3',
  x509Certificate: '1.2.840.113549.1.9.22.1',
} as const;

/** Bytes under password-based encryption, with the DER of the AlgorithmIdentifier that says how. */
export interface Encrypted {
  readonly algorithm: Uint8Array;
  readonly data: Uint8Array;
}

/** Opens what is encrypted; the rest of the container is plain structure. */
export type Decrypt = (encrypted: Encrypted) => Promise<Uint8Array>;

export interface Pfx {
  readonly hasMac: boolean;
  /** Element of each safe: encrypted, or in the clear. */
  readonly safes: readonly (Encrypted | Uint8Array)[];
}

/** What a container holds. The keys are PKCS #8 and the caller wipes them. */
export interface Pkcs12Contents {
  readonly keys: readonly Uint8Array[];
  readonly certificates: readonly Uint8Array[];
}

/** Reads the outside of a container. @throws Asn1Error when it is not one */
export function readPfx(bytes: Uint8Array): Pfx {
  const fields = new Fields(sequenceOf(readBer(bytes)));
  fields.next(TAG.INTEGER);
  const content = contentOf(fields.next(), OID.data);
  const hasMac = fields.optional(TAG.SEQUENCE) !== undefined;
  fields.end();
  return { hasMac, safes: sequenceOf(readBer(octetStringBytes(content))).map(readSafe) };
}

function readBer(bytes: Uint8Array): Asn1Node {
  return readFirst(bytes, { ber: true }).node;
}

/** Content of a ContentInfo of the given type. */
function contentOf(node: Asn1Node, type: string): Asn1Node | undefined {
  const [kind, wrapped] = sequenceOf(node);
  if (oidValue(kind) !== type) throw new Asn1Error('Another kind of content is expected');
  return wrapped?.children[0];
}

function readSafe(node: Asn1Node): Encrypted | Uint8Array {
  if (oidValue(sequenceOf(node)[0]) === OID.data) return octetStringBytes(contentOf(node, OID.data));
  const [, info] = sequenceOf(contentOf(node, P12.encryptedData));
  const [, algorithm, data] = sequenceOf(info);
  if (!algorithm || !data) throw new Asn1Error('An encrypted safe is empty');
  return { algorithm: algorithm.raw, data: implicitOctets(data) };
}

/** `[0] IMPLICIT OCTET STRING`, joined when BER split it. */
function implicitOctets(node: Asn1Node): Uint8Array {
  if (node.tag === contextPrimitive(0)) return node.content;
  return concat(...node.children.map((part) => octetStringBytes(part)));
}

/** Keys and certificates of every safe. Errors of `decrypt` pass through. */
export async function readContents({ safes }: Pfx, decrypt: Decrypt): Promise<Pkcs12Contents> {
  const keys: Uint8Array[] = [];
  const certificates: Uint8Array[] = [];
  for (const safe of safes) {
    const content = safe instanceof Uint8Array ? safe : await decrypt(safe);
    for (const bag of sequenceOf(readBer(content))) {
      const [type, wrapped] = sequenceOf(bag);
      const value = wrapped?.tag === context(0) ? wrapped.children[0] : undefined;
      if (!value) throw new Asn1Error('A bag is empty');
      const kind = oidValue(type);
      if (kind === P12.keyBag) keys.push(Uint8Array.from(value.raw));
      if (kind === P12.shroudedKeyBag) keys.push(await decrypt(shrouded(value)));
      if (kind === P12.certBag) certificates.push(...certificateOf(value));
    }
  }
  return { keys, certificates };
}

function shrouded(node: Asn1Node): Encrypted {
  const [algorithm, data] = sequenceOf(node);
  if (!algorithm) throw new Asn1Error('A key bag is empty');
  return { algorithm: algorithm.raw, data: octetStringBytes(data) };
}

/** A bag may hold another kind of certificate (SDSI): it is of no use here. */
function certificateOf(node: Asn1Node): readonly Uint8Array[] {
  const [kind, wrapped] = sequenceOf(node);
  if (oidValue(kind) !== P12.x509Certificate) return [];
  return [octetStringBytes(wrapped?.children[0])];
}

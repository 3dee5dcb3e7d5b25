import { createCipheriv, createHash, createHmac, pbkdf2, randomBytes, type KeyObject } from 'node:crypto';
import { promisify } from 'node:util';
import { TAG } from '../asn1/node.js';
import {
  element,
  integer,
  nullValue,
  octetString,
  oid,
  sequence,
  setOf,
  tagged,
  taggedPrimitive,
} from '../asn1/writer.js';
import { OID } from '../oids.js';

/** RFC 7292 and RFC 8018, by their names there. */
const P12 = {
  encryptedData: '1.2.840.113549.1.7.6',
  shroudedKeyBag: '1.2.840.113549.1.12.10.1.2',
  certBag: '1.2.840.113549.1.12.10.1.3',
  x509Certificate: '1.2.840.113549.1.9.22.1',
  friendlyName: '1.2.840.113549.1.9.20',
  localKeyId: '1.2.840.113549.1.9.21',
  pbes2: '1.2.840.113549.1.5.13',
  pbkdf2: '1.2.840.113549.1.5.12',
  hmacSha256: '1.2.840.113549.2.9',
  aes256Cbc: '2.16.840.1.101.3.4.1.42',
} as const;

const ITERATIONS = 100_000;
const MAC_ITERATIONS = 2048;

export interface Pkcs12Content {
  readonly privateKey: KeyObject;
  /** DER of the key's certificate. */
  readonly certificate: Uint8Array;
  /** DER of the authorities above it. */
  readonly chain?: readonly Uint8Array[];
  readonly password: string;
  readonly friendlyName?: string;
}

const derive = promisify(pbkdf2);

/**
 * A PKCS #12 file that browsers, OpenSSL 3 and Windows open: PBES2 (AES-256, PBKDF2 with SHA-256) and a SHA-256 MAC.
 */
export async function toPkcs12(content: Pkcs12Content): Promise<Uint8Array> {
  const { privateKey, certificate, chain = [], password } = content;
  const localKeyId = Uint8Array.from(createHash('sha1').update(certificate).digest());
  const attributes = bagAttributes(localKeyId, content.friendlyName);
  const key = await encrypt(Uint8Array.from(privateKey.export({ format: 'der', type: 'pkcs8' })), password);
  const keyBag = bag(P12.shroudedKeyBag, sequence(key.algorithm, octetString(key.data)), attributes);
  const certificates = await encrypt(
    sequence(certBag(certificate, attributes), ...chain.map((der) => certBag(der))),
    password,
  );
  const safe = sequence(
    contentInfo(
      P12.encryptedData,
      sequence(
        integer(0),
        sequence(oid(OID.data), certificates.algorithm, taggedPrimitive(0, certificates.data)),
      ),
    ),
    contentInfo(OID.data, octetString(sequence(keyBag))),
  );
  return sequence(integer(3), contentInfo(OID.data, octetString(safe)), macData(safe, password));
}

const contentInfo = (type: string, content: Uint8Array) => sequence(oid(type), tagged(0, content));

const bag = (type: string, value: Uint8Array, attributes: readonly Uint8Array[] = []) =>
  sequence(oid(type), tagged(0, value), ...attributes);

const certBag = (der: Uint8Array, attributes?: readonly Uint8Array[]) =>
  bag(P12.certBag, sequence(oid(P12.x509Certificate), tagged(0, octetString(der))), attributes);

function bagAttributes(localKeyId: Uint8Array, friendlyName?: string): readonly Uint8Array[] {
  const id = sequence(oid(P12.localKeyId), setOf(octetString(localKeyId)));
  if (!friendlyName) return [setOf(id)];
  return [setOf(id, sequence(oid(P12.friendlyName), setOf(element(TAG.BMP_STRING, utf16(friendlyName)))))];
}

async function encrypt(
  plain: Uint8Array,
  password: string,
): Promise<{ algorithm: Uint8Array; data: Uint8Array }> {
  const [salt, iv] = [randomBytes(16), randomBytes(16)];
  const key = await derive(password, salt, ITERATIONS, 32, 'sha256');
  const cipher = createCipheriv('aes-256-cbc', key, iv);
  const derivation = sequence(
    octetString(salt),
    integer(ITERATIONS),
    sequence(oid(P12.hmacSha256), nullValue()),
  );
  const algorithm = sequence(
    oid(P12.pbes2),
    sequence(sequence(oid(P12.pbkdf2), derivation), sequence(oid(P12.aes256Cbc), octetString(iv))),
  );
  return { algorithm, data: Buffer.concat([cipher.update(plain), cipher.final()]) };
}

function macData(safe: Uint8Array, password: string): Uint8Array {
  const salt = Uint8Array.from(randomBytes(16));
  const key = macKey(password, salt);
  const mac = Uint8Array.from(createHmac('sha256', key).update(safe).digest());
  const digest = sequence(sequence(oid(OID.sha256), nullValue()), octetString(mac));
  return sequence(digest, octetString(salt), integer(MAC_ITERATIONS));
}

/** RFC 7292 appendix B for SHA-256 and a MAC key: one block is exactly the key. */
function macKey(password: string, salt: Uint8Array): Uint8Array {
  const block = 64;
  const secret = Uint8Array.from([...utf16(password), 0, 0]);
  const input = Buffer.concat([Buffer.alloc(block, 3), repeat(salt, block), repeat(secret, block)]);
  let digest = createHash('sha256').update(input).digest();
  for (let round = 1; round < MAC_ITERATIONS; round += 1)
    digest = createHash('sha256').update(digest).digest();
  return digest;
}

/** Copies of the bytes filling a whole number of blocks. */
function repeat(bytes: Uint8Array, block: number): Uint8Array {
  const length = block * Math.ceil(bytes.length / block);
  return Uint8Array.from({ length }, (_, index) => bytes[index % bytes.length] ?? 0);
}

function utf16(text: string): Uint8Array {
  return Uint8Array.from(Buffer.from(text, 'utf16le').swap16());
}

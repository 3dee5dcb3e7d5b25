import { createHash, createPublicKey, randomBytes, sign, type KeyObject } from 'node:crypto';
import { readExactly } from '../asn1/reader.js';
import { bitStringBytes } from '../asn1/values.js';
import {
  bitList,
  bitString,
  boolean,
  integer,
  nullValue,
  octetString,
  oid,
  sequence,
  tagged,
  taggedPrimitive,
  time,
  unsignedInteger,
} from '../asn1/writer.js';
import { OID } from '../oids.js';

/** An authority that can issue: its certificate (DER) and its private key. */
export interface Authority {
  readonly certificate: Uint8Array;
  readonly privateKey: KeyObject;
}

export interface CertificateContent {
  /** DER of the names. */
  readonly issuer: Uint8Array;
  readonly subject: Uint8Array;
  readonly publicKey: KeyObject;
  readonly notBefore: Date;
  readonly notAfter: Date;
  /** DER of the extensions, in order. */
  readonly extensions: readonly Uint8Array[];
  /** Magnitude of the serial number; random when absent. */
  readonly serialNumber?: Uint8Array;
}

/** Signs an X.509 v3 certificate by the issuer's key. @returns DER */
export function signCertificate(content: CertificateContent, privateKey: KeyObject): Uint8Array {
  const tbs = sequence(
    tagged(0, integer(2)),
    unsignedInteger(content.serialNumber ?? randomSerial()),
    signatureAlgorithm(privateKey),
    content.issuer,
    sequence(time(content.notBefore), time(content.notAfter)),
    content.subject,
    spkiOf(content.publicKey),
    ...(content.extensions.length > 0 ? [tagged(3, sequence(...content.extensions))] : []),
  );
  return signed(tbs, privateKey);
}

/** The signed form shared by certificates and revocation lists: content, algorithm, value. */
export function signed(tbs: Uint8Array, privateKey: KeyObject): Uint8Array {
  return sequence(tbs, signatureAlgorithm(privateKey), bitString(sign('sha256', tbs, privateKey)));
}

/** AlgorithmIdentifier of the key's signatures: RSA PKCS #1 or ECDSA, both with SHA-256. */
export function signatureAlgorithm(privateKey: KeyObject): Uint8Array {
  return privateKey.asymmetricKeyType === 'ec'
    ? sequence(oid(OID.ecdsaSha256))
    : sequence(oid(OID.sha256WithRsa), nullValue());
}

/** 128 random bits, positive, never starting with zero. */
function randomSerial(): Uint8Array {
  const serial = Uint8Array.from(randomBytes(16));
  serial[0] = ((serial[0] ?? 0) & 0x7f) | 0x40;
  return serial;
}

export function spkiOf(key: KeyObject): Uint8Array {
  const publicKey = key.type === 'private' ? createPublicKey(key) : key;
  return Uint8Array.from(publicKey.export({ format: 'der', type: 'spki' }));
}

/** Key identifier of RFC 5280 §4.2.1.2: SHA-1 of the public key's bits. A name, not a protection. */
export function keyIdentifier(key: KeyObject): Uint8Array {
  const bits = bitStringBytes(readExactly(spkiOf(key)).children[1]);
  return Uint8Array.from(createHash('sha1').update(bits).digest());
}

export function extension(type: string, value: Uint8Array, critical = false): Uint8Array {
  return sequence(oid(type), ...(critical ? [boolean(true)] : []), octetString(value));
}

/** basicConstraints of an authority. */
export function authorityConstraints(pathLength?: number): Uint8Array {
  const length = pathLength === undefined ? [] : [integer(pathLength)];
  return extension(OID.basicConstraints, sequence(boolean(true), ...length), true);
}

export const keyUsage = (bits: readonly number[]): Uint8Array => extension(OID.keyUsage, bitList(bits), true);

export const extendedKeyUsage = (purposes: readonly string[]): Uint8Array =>
  extension(OID.extendedKeyUsage, sequence(...purposes.map(oid)));

export const subjectKeyIdentifier = (key: KeyObject): Uint8Array =>
  extension(OID.subjectKeyIdentifier, octetString(keyIdentifier(key)));

export const authorityKeyIdentifier = (key: KeyObject): Uint8Array =>
  extension(OID.authorityKeyIdentifier, sequence(taggedPrimitive(0, keyIdentifier(key))));

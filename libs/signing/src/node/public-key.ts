import { createPublicKey, type KeyObject } from 'node:crypto';
import { readExactly } from '../asn1/reader.js';
import { bitStringBytes, oidValue, sequenceOf } from '../asn1/values.js';
import { readPublicKey, type CurveName } from '../crypto/algorithms.js';
import { OID } from '../oids.js';

const COORDINATE_BYTES: Readonly<Record<CurveName, number>> = { 'P-256': 32, 'P-384': 48 };
const UNCOMPRESSED = 0x04;

/** Key objects of keys that live long: those of a parsed certificate. */
const known = new WeakMap<Uint8Array, KeyObject>();

/** The key object of a SubjectPublicKeyInfo, remembered for as long as those bytes live. */
export function publicKeyObject(spki: Uint8Array): KeyObject {
  const key = known.get(spki) ?? importedKey(spki);
  known.set(spki, key);
  return key;
}

/**
 * OpenSSL's general decoder tries every format it knows, which costs more than the verification itself; the two usual
 * kinds of key are handed over in their own form.
 */
function importedKey(spki: Uint8Array): KeyObject {
  const node = readExactly(spki);
  const [algorithm, bits] = sequenceOf(node);
  const bytes = bitStringBytes(bits);
  if (oidValue(sequenceOf(algorithm)[0]) === OID.rsaEncryption) {
    return createPublicKey({ key: Buffer.from(bytes), format: 'der', type: 'pkcs1' });
  }
  const key = readPublicKey(node);
  const size = key.kind === 'EC' ? COORDINATE_BYTES[key.curve] : 0;
  if (key.kind !== 'EC' || bytes[0] !== UNCOMPRESSED || bytes.length !== 1 + 2 * size) {
    return createPublicKey({ key: Buffer.from(spki), format: 'der', type: 'spki' });
  }
  const coordinate = (start: number) =>
    Buffer.from(bytes.subarray(start, start + size)).toString('base64url');
  const jwk = { kty: 'EC', crv: key.curve, x: coordinate(1), y: coordinate(1 + size) };
  return createPublicKey({ key: jwk, format: 'jwk' });
}

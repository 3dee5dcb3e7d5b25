import { Asn1Error } from '../../asn1/node.js';
import { readExactly } from '../../asn1/reader.js';
import { integerBytes, oidValue, sequenceOf } from '../../asn1/values.js';
import { sequence, unsignedInteger } from '../../asn1/writer.js';
import { OID } from '../../oids.js';
import { parseCertificate, type Certificate } from '../../x509/certificate.js';
import { KeyError } from '../key-error.js';

/** A private key inside WebCrypto: it signs and cannot be read. */
export interface SigningKey {
  /** Value of a signature over the bytes, in the form CMS carries: PKCS #1, or DER for ECDSA. SHA-256. */
  sign(data: Uint8Array): Promise<Uint8Array>;
  /** Is this the certificate of the key? */
  fits(certificate: Certificate): Promise<boolean>;
}

type Algorithm = { readonly name: string; readonly hash: 'SHA-256'; readonly namedCurve?: string };

const CURVES: Readonly<Record<string, string>> = { [OID.p256]: 'P-256', [OID.p384]: 'P-384' };
const PROBE = new TextEncoder().encode('Does this certificate belong to this key?');

/**
 * Imports a PKCS #8 key as non-extractable and wipes the bytes it came in.
 *
 * @throws KeyError CRYPTOPRO_CONTAINER for a GOST key, UNSUPPORTED_KEY for any other unknown one
 */
export async function importSigningKey(pkcs8: Uint8Array): Promise<SigningKey> {
  try {
    const algorithm = algorithmOf(pkcs8);
    const bytes = Uint8Array.from(pkcs8);
    try {
      return signingKey(await crypto.subtle.importKey('pkcs8', bytes, algorithm, false, ['sign']), algorithm);
    } finally {
      bytes.fill(0);
    }
  } catch (error) {
    throw error instanceof KeyError ? error : new KeyError('UNSUPPORTED_KEY', { cause: error });
  } finally {
    pkcs8.fill(0);
  }
}

type PrivateKey = Awaited<ReturnType<typeof crypto.subtle.importKey>>;

function signingKey(key: PrivateKey, algorithm: Algorithm): SigningKey {
  const signRaw = async (data: Uint8Array) =>
    new Uint8Array(await crypto.subtle.sign(algorithm, key, Uint8Array.from(data)));
  return {
    sign: async (data) => (algorithm.namedCurve ? ecdsaValue(await signRaw(data)) : signRaw(data)),
    fits: async (certificate) => fits(certificate, algorithm, await signRaw(PROBE)),
  };
}

/** The certificate whose key accepts a signature of ours is ours. */
async function fits(certificate: Certificate, algorithm: Algorithm, probe: Uint8Array): Promise<boolean> {
  try {
    const spki = Uint8Array.from(certificate.spki.raw);
    const key = await crypto.subtle.importKey('spki', spki, algorithm, false, ['verify']);
    return await crypto.subtle.verify(algorithm, key, Uint8Array.from(probe), PROBE);
  } catch {
    return false;
  }
}

function algorithmOf(pkcs8: Uint8Array): Algorithm {
  const [version, identifier] = sequenceOf(readExactly(pkcs8));
  integerBytes(version);
  const [type, parameters] = sequenceOf(identifier);
  const oid = oidValue(type);
  if (oid.startsWith('1.2.643.')) throw new KeyError('CRYPTOPRO_CONTAINER');
  if (oid === OID.rsaEncryption) return { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
  const namedCurve = oid === OID.ecPublicKey ? CURVES[oidValue(parameters)] : undefined;
  if (!namedCurve) throw new KeyError('UNSUPPORTED_KEY');
  return { name: 'ECDSA', hash: 'SHA-256', namedCurve };
}

/** WebCrypto gives r‖s; CMS carries SEQUENCE { r, s }. */
function ecdsaValue(raw: Uint8Array): Uint8Array {
  const half = raw.length / 2;
  return sequence(unsignedInteger(raw.subarray(0, half)), unsignedInteger(raw.subarray(half)));
}

/** Certificates that can be read; a container may carry something else beside them. */
export function readableCertificates(encoded: readonly Uint8Array[]): readonly Certificate[] {
  return encoded.flatMap((der) => {
    try {
      return [parseCertificate(der)];
    } catch (error) {
      if (error instanceof Asn1Error) return [];
      throw error;
    }
  });
}

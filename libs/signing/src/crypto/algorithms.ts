import { Asn1Error, TAG, context, type Asn1Node } from '../asn1/node.js';
import { readExactly } from '../asn1/reader.js';
import { Fields, bitStringBytes, integerBytes, oidValue, sequenceOf, smallInteger } from '../asn1/values.js';
import { OID } from '../oids.js';

/** Digest algorithms the model can name. Which of them are acceptable is the policy's business. */
export type DigestName =
  'MD5' | 'SHA-1' | 'SHA-224' | 'SHA-256' | 'SHA-384' | 'SHA-512' | 'STREEBOG-256' | 'STREEBOG-512';

export type CurveName = 'P-256' | 'P-384';

/** A signature algorithm with everything needed to check a value. */
export type SignatureAlgorithm =
  | { readonly kind: 'RSA-PKCS1'; readonly digest: DigestName }
  | { readonly kind: 'RSA-PSS'; readonly digest: DigestName; readonly saltLength: number }
  | { readonly kind: 'ECDSA'; readonly digest: DigestName; readonly curve: CurveName }
  | { readonly kind: 'GOST-R-34.10-2012'; readonly digest: DigestName };

/** What a public key is; `oid` names it when the model does not. */
export type PublicKeyKind =
  | { readonly kind: 'RSA'; readonly bits: number }
  | { readonly kind: 'EC'; readonly curve: CurveName }
  | { readonly kind: 'GOST-R-34.10-2012'; readonly bits: 256 | 512 }
  | { readonly kind: 'OTHER'; readonly oid: string };

const DIGESTS: Readonly<Record<string, DigestName>> = {
  [OID.md5]: 'MD5',
  [OID.sha1]: 'SHA-1',
  [OID.sha224]: 'SHA-224',
  [OID.sha256]: 'SHA-256',
  [OID.sha384]: 'SHA-384',
  [OID.sha512]: 'SHA-512',
  [OID.streebog256]: 'STREEBOG-256',
  [OID.streebog512]: 'STREEBOG-512',
};

const RSA_SIGNATURES: Readonly<Record<string, DigestName>> = {
  [OID.md5WithRsa]: 'MD5',
  [OID.sha1WithRsa]: 'SHA-1',
  [OID.sha224WithRsa]: 'SHA-224',
  [OID.sha256WithRsa]: 'SHA-256',
  [OID.sha384WithRsa]: 'SHA-384',
  [OID.sha512WithRsa]: 'SHA-512',
};

const ECDSA_SIGNATURES: Readonly<Record<string, DigestName>> = {
  [OID.ecdsaSha1]: 'SHA-1',
  [OID.ecdsaSha224]: 'SHA-224',
  [OID.ecdsaSha256]: 'SHA-256',
  [OID.ecdsaSha384]: 'SHA-384',
  [OID.ecdsaSha512]: 'SHA-512',
};

const GOST_SIGNATURES: Readonly<Record<string, DigestName>> = {
  [OID.gost2012Key256]: 'STREEBOG-256',
  [OID.gost2012Key512]: 'STREEBOG-512',
  [OID.gost2012Sign256]: 'STREEBOG-256',
  [OID.gost2012Sign512]: 'STREEBOG-512',
};

/** Identifier and parameters of an AlgorithmIdentifier. */
function algorithmParts(node: Asn1Node | undefined): { oid: string; parameters?: Asn1Node } {
  const fields = new Fields(sequenceOf(node));
  const oid = oidValue(fields.next());
  const parameters = node?.children[1];
  if (parameters) fields.next();
  fields.end();
  return { oid, parameters };
}

function assertNoParameters(parameters: Asn1Node | undefined): void {
  if (parameters && (parameters.tag !== TAG.NULL || parameters.content.length > 0)) {
    throw new Asn1Error('Unexpected parameters of an algorithm');
  }
}

/** The digest an AlgorithmIdentifier names, or its dotted identifier when the model has no name for it. */
export function readDigestAlgorithm(node: Asn1Node | undefined): DigestName | { readonly oid: string } {
  const { oid, parameters } = algorithmParts(node);
  const name = DIGESTS[oid];
  if (!name) return { oid };
  assertNoParameters(parameters);
  return name;
}

/**
 * The algorithm of a signature value. A signer may name only its key (`rsaEncryption`, a GOST key): the digest is
 * then the one given beside it.
 *
 * @returns the algorithm, or the dotted identifier of one the model does not know.
 */
export function readSignatureAlgorithm(
  node: Asn1Node,
  key: PublicKeyKind,
  besideDigest?: DigestName,
): SignatureAlgorithm | { readonly oid: string } {
  const { oid, parameters } = algorithmParts(node);
  const rsa = oid === OID.rsaEncryption ? besideDigest : RSA_SIGNATURES[oid];
  if (rsa) {
    assertNoParameters(parameters);
    return key.kind === 'RSA' ? { kind: 'RSA-PKCS1', digest: rsa } : { oid };
  }
  if (oid === OID.rsaPss) return key.kind === 'RSA' ? readPss(parameters, oid) : { oid };
  const ecdsa = ECDSA_SIGNATURES[oid];
  if (ecdsa) {
    if (parameters) throw new Asn1Error('Unexpected parameters of an algorithm');
    return key.kind === 'EC' ? { kind: 'ECDSA', digest: ecdsa, curve: key.curve } : { oid };
  }
  const gost = GOST_SIGNATURES[oid];
  return gost ? { kind: 'GOST-R-34.10-2012', digest: gost } : { oid };
}

/** RSASSA-PSS-params (RFC 4055): the defaults are SHA-1, salt of 20 octets. */
function readPss(
  parameters: Asn1Node | undefined,
  oid: string,
): SignatureAlgorithm | { readonly oid: string } {
  const fields = new Fields(sequenceOf(parameters));
  const hash = fields.optional(context(0));
  const mask = fields.optional(context(1));
  const salt = fields.optional(context(2));
  const trailer = fields.optional(context(3));
  fields.end();
  const digest = hash ? readDigestAlgorithm(hash.children[0]) : 'SHA-1';
  const maskParts = mask && algorithmParts(mask.children[0]);
  const maskDigest = maskParts ? readDigestAlgorithm(maskParts.parameters) : 'SHA-1';
  const usual = !trailer || smallInteger(integerBytes(trailer.children[0])) === 1;
  if (
    typeof digest !== 'string' ||
    maskDigest !== digest ||
    !usual ||
    (maskParts && maskParts.oid !== OID.mgf1)
  ) {
    return { oid };
  }
  return { kind: 'RSA-PSS', digest, saltLength: salt ? smallInteger(integerBytes(salt.children[0])) : 20 };
}

const CURVES: Readonly<Record<string, CurveName>> = { [OID.p256]: 'P-256', [OID.p384]: 'P-384' };

/** What kind of key a SubjectPublicKeyInfo holds. */
export function readPublicKey(spki: Asn1Node): PublicKeyKind {
  const [algorithm, key] = sequenceOf(spki);
  const { oid, parameters } = algorithmParts(algorithm);
  if (oid === OID.rsaEncryption || oid === OID.rsaPss) return { kind: 'RSA', bits: modulusBits(key) };
  if (oid === OID.gost2012Key256) return { kind: 'GOST-R-34.10-2012', bits: 256 };
  if (oid === OID.gost2012Key512) return { kind: 'GOST-R-34.10-2012', bits: 512 };
  if (oid !== OID.ecPublicKey || parameters?.tag !== TAG.OID) return { kind: 'OTHER', oid };
  const curve = CURVES[oidValue(parameters)];
  return curve ? { kind: 'EC', curve } : { kind: 'OTHER', oid: oidValue(parameters) };
}

function modulusBits(key: Asn1Node | undefined): number {
  const [modulus] = sequenceOf(readExactly(bitStringBytes(key)));
  const bytes = integerBytes(modulus);
  const start = bytes[0] === 0 ? 1 : 0;
  return (bytes.length - start) * 8 - Math.clz32(bytes[start] ?? 0) + 24;
}

/** «RSA-2048», «P-256», «ГОСТ Р 34.10-2012 (256)», or the identifier itself. */
export function publicKeyLabel(key: PublicKeyKind): string {
  if (key.kind === 'RSA') return `RSA-${key.bits}`;
  if (key.kind === 'EC') return key.curve;
  return key.kind === 'OTHER' ? key.oid : `ГОСТ Р 34.10-2012 (${key.bits})`;
}

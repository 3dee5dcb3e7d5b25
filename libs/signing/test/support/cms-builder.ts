import { createHash, sign, type KeyObject } from 'node:crypto';
import {
  integer,
  nullValue,
  octetString,
  oid,
  sequence,
  setOf,
  tagged,
  time,
  unsignedInteger,
} from '../../src/asn1/writer.js';
import { compareBytes } from '../../src/bytes.js';
import { OID } from '../../src/oids.js';
import { parseCertificate } from '../../src/x509/certificate.js';
import { DOCUMENT, NOW } from './world.js';

/** Everything a hostile or careless signing tool may do differently from CAdES-BES. */
export interface CmsOptions {
  readonly certificate: Uint8Array;
  readonly privateKey: KeyObject;
  /** Default: the signer's certificate. */
  readonly certificates?: readonly Uint8Array[];
  readonly content?: Uint8Array;
  /** Put this inside the file. */
  readonly attach?: Uint8Array;
  readonly contentType?: string;
  readonly signingTime?: Date;
  readonly digest?: { readonly name: string; readonly oid: string };
  /** Certificate signing-certificate-v2 points at. */
  readonly essCertificate?: Uint8Array;
  /** Changes the list of attributes before they are sorted and signed. */
  readonly attributes?: (usual: readonly Uint8Array[]) => readonly Uint8Array[];
  readonly sorted?: boolean;
  readonly signedAttributes?: boolean;
  readonly signatureAlgorithm?: Uint8Array;
  readonly version?: number;
  readonly signerCount?: number;
  /** DER of revocation lists put into the file. */
  readonly crls?: readonly Uint8Array[];
}

const SHA256 = { name: 'sha256', oid: OID.sha256 };

export const attribute = (type: string, ...values: readonly Uint8Array[]): Uint8Array =>
  sequence(oid(type), setOf(...values));

const hash = (name: string, bytes: Uint8Array) => Uint8Array.from(createHash(name).update(bytes).digest());

/** A SignedData with one signer, made as the options say. */
export function buildCms(options: CmsOptions): Uint8Array {
  const { attach, digest = SHA256, signerCount = 1, certificates = [options.certificate] } = options;
  const signers = Array.from({ length: signerCount }, () => signerInfo(options));
  const signedData = sequence(
    integer(1),
    setOf(...(signerCount > 0 ? [sequence(oid(digest.oid))] : [])),
    sequence(oid(OID.data), ...(attach ? [tagged(0, octetString(attach))] : [])),
    tagged(0, ...certificates),
    ...(options.crls ? [tagged(1, ...options.crls)] : []),
    setOf(...signers),
  );
  return sequence(oid(OID.signedData), tagged(0, signedData));
}

function signerInfo(options: CmsOptions): Uint8Array {
  const { privateKey, digest = SHA256, content = DOCUMENT, signedAttributes = true, sorted = true } = options;
  const certificate = parseCertificate(options.certificate);
  const usual = usualAttributes(options);
  const chosen = [...(options.attributes?.(usual) ?? usual)];
  const attributes = sorted ? chosen.sort(compareBytes) : chosen;
  const signed = signedAttributes ? withTag(tagged(0, ...attributes), 0x31) : content;
  return sequence(
    integer(options.version ?? 1),
    sequence(certificate.issuer.der, unsignedInteger(certificate.serialNumber)),
    sequence(oid(digest.oid)),
    ...(signedAttributes ? [tagged(0, ...attributes)] : []),
    options.signatureAlgorithm ?? signatureIdentifier(privateKey),
    octetString(Uint8Array.from(sign(digest.name, signed, privateKey))),
  );
}

function signatureIdentifier(privateKey: KeyObject): Uint8Array {
  return privateKey.asymmetricKeyType === 'ec'
    ? sequence(oid(OID.ecdsaSha256))
    : sequence(oid(OID.rsaEncryption), nullValue());
}

function usualAttributes(options: CmsOptions): readonly Uint8Array[] {
  const { content = DOCUMENT, digest = SHA256, contentType = OID.data, signingTime = NOW } = options;
  return [
    attribute(OID.contentType, oid(contentType)),
    attribute(OID.signingTime, time(signingTime)),
    attribute(OID.messageDigest, octetString(hash(digest.name, content))),
    signingCertificateV2(options.essCertificate ?? options.certificate),
  ];
}

export const signingCertificateV2 = (certificate: Uint8Array): Uint8Array =>
  attribute(OID.signingCertificateV2, sequence(sequence(sequence(octetString(hash('sha256', certificate))))));

/** Same element under another tag octet. */
export function withTag(element: Uint8Array, tag: number): Uint8Array {
  const copy = Uint8Array.from(element);
  copy[0] = tag;
  return copy;
}

/** DER → BER: the four outer levels of a CMS get indefinite lengths, as streaming tools write them. */
export function toIndefinite(der: Uint8Array, depth = 3): Uint8Array {
  if (depth === 0 || ((der[0] ?? 0) & 0x20) === 0) return der;
  const { content } = split(der);
  const parts = elements(content).map((part, index) =>
    index === 0 && depth < 3 ? part : toIndefinite(part, depth - 1),
  );
  return Uint8Array.from([der[0] ?? 0, 0x80, ...parts.flatMap((part) => [...part]), 0, 0]);
}

function split(der: Uint8Array): { content: Uint8Array; length: number } {
  const first = der[1] ?? 0;
  const octets = first < 0x80 ? 0 : first & 0x7f;
  const length =
    octets === 0 ? first : der.subarray(2, 2 + octets).reduce((value, byte) => value * 256 + byte, 0);
  return { content: der.subarray(2 + octets, 2 + octets + length), length: 2 + octets + length };
}

function elements(content: Uint8Array): readonly Uint8Array[] {
  const list: Uint8Array[] = [];
  for (let at = 0; at < content.length;) {
    const { length } = split(content.subarray(at));
    list.push(content.subarray(at, at + length));
    at += length;
  }
  return list;
}

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
} from '../asn1/writer.js';
import { compareBytes } from '../bytes.js';
import { OID } from '../oids.js';
import type { Certificate } from '../x509/certificate.js';

export interface CadesInput {
  /** The exact bytes to sign; an empty document is a document. */
  readonly content: Uint8Array;
  readonly certificate: Certificate;
  /** Authorities to carry along, without the root. */
  readonly chain: readonly Certificate[];
  /** Signs with SHA-256. */
  readonly key: { sign(data: Uint8Array): Promise<Uint8Array> };
  readonly signingTime: Date;
}

/**
 * A detached CAdES-BES signature (ETSI EN 319 122-1, RFC 5652): contentType, signingTime, messageDigest and
 * signing-certificate-v2 signed as a DER SET OF; certificates carried byte for byte.
 *
 * @returns DER of ContentInfo { SignedData }
 */
export async function createCadesBes({
  content,
  certificate,
  chain,
  key,
  signingTime,
}: CadesInput): Promise<Uint8Array> {
  const attributes = [
    attribute(OID.contentType, oid(OID.data)),
    attribute(OID.signingTime, time(signingTime)),
    attribute(OID.messageDigest, octetString(await sha256(content))),
    attribute(OID.signingCertificateV2, await signingCertificateV2(certificate)),
  ].toSorted(compareBytes);
  const signature = await key.sign(setOf(...attributes));
  const sha256Identifier = sequence(oid(OID.sha256));
  const signerInfo = sequence(
    integer(1),
    sequence(certificate.issuer.der, serialNumber(certificate)),
    sha256Identifier,
    tagged(0, ...attributes),
    signatureIdentifier(certificate),
    octetString(signature),
  );
  const certificates = [certificate, ...chain].map(({ der }) => der).toSorted(compareBytes);
  const signedData = sequence(
    integer(1),
    setOf(sha256Identifier),
    sequence(oid(OID.data)),
    tagged(0, ...certificates),
    setOf(signerInfo),
  );
  return sequence(oid(OID.signedData), tagged(0, signedData));
}

const attribute = (type: string, value: Uint8Array) => sequence(oid(type), setOf(value));

const serialNumber = (certificate: Certificate) => unsignedInteger(certificate.serialNumber);

function signatureIdentifier({ publicKey }: Certificate): Uint8Array {
  return publicKey.kind === 'EC'
    ? sequence(oid(OID.ecdsaSha256))
    : sequence(oid(OID.rsaEncryption), nullValue());
}

/** One ESSCertIDv2 with the default SHA-256 and the issuer and serial number (RFC 5035 §4). */
async function signingCertificateV2(certificate: Certificate): Promise<Uint8Array> {
  const issuerSerial = sequence(sequence(tagged(4, certificate.issuer.der)), serialNumber(certificate));
  const reference = sequence(octetString(await sha256(certificate.der)), issuerSerial);
  return sequence(sequence(reference));
}

async function sha256(bytes: Uint8Array): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', Uint8Array.from(bytes)));
}

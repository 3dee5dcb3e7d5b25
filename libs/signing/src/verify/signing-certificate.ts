import { readSignedAttributes } from '../cms/signed-attributes.js';
import { parseSignedData } from '../cms/signed-data.js';
import type { CryptoProvider } from '../crypto/provider.js';
import { parseCertificate, type Certificate } from '../x509/certificate.js';
import { Refusal } from './refusal.js';
import { assertSigningCertificate, namedCertificates } from './signer.js';
import { parseUntrusted } from './trust.js';

/**
 * The signer's certificate out of a signature that has been verified: the one its signer's identifier names and its
 * signing-certificate attribute hashes. Nothing else of the file is judged.
 *
 * @param signature DER or BER
 * @throws Error when it is not there: no such signature passes `verifyDetachedSignature`
 */
export async function readSigningCertificate(
  signature: Uint8Array,
  provider: CryptoProvider,
): Promise<Certificate> {
  const { signers, certificates } = parseSignedData(signature);
  const [info] = signers;
  if (!info) throw new Refusal('SIGNER_COUNT', '0');
  const candidates = namedCertificates(info, parseUntrusted(certificates, [], parseCertificate));
  return assertSigningCertificate(candidates, readSignedAttributes(info.signedAttributes), provider);
}

import { fromBase64 } from '../bytes.js';
import { MAX_SIGNATURE_BYTES } from '../verify/policy.js';
import { Refusal } from '../verify/refusal.js';

/** PEM labels signing tools give a CMS; an unlabelled base64 is what the CryptoPro plug-in returns. */
const PEM = /^-----BEGIN (CMS|PKCS7|PKCS #7 SIGNED DATA)-----\s+([\s\S]+?)-----END \1-----$/;
const BASE64_OVERHEAD = 1.5;

/**
 * Bytes of a signature file in whatever dress it came: DER or BER, PEM, or base64 with any line breaks.
 *
 * @throws Refusal TOO_LARGE or NOT_CMS
 */
export function signatureBytes(file: Uint8Array): Uint8Array {
  if (file.length > MAX_SIGNATURE_BYTES * BASE64_OVERHEAD) throw new Refusal('TOO_LARGE');
  const bytes = file[0] === 0x30 ? file : decodeText(file);
  if (bytes.length > MAX_SIGNATURE_BYTES) throw new Refusal('TOO_LARGE');
  return bytes;
}

function decodeText(file: Uint8Array): Uint8Array {
  if (file.length === 0) throw new Refusal('NOT_CMS');
  const text = new TextDecoder().decode(file).trim();
  const base64 = (PEM.exec(text)?.[2] ?? text).replace(/\s+/g, '');
  const bytes = base64 === '' ? null : fromBase64(base64);
  if (!bytes) throw new Refusal('NOT_CMS');
  return bytes;
}

import { octetString, sequence } from '../../asn1/writer.js';
import type { Encrypted } from './structure.js';

/**
 * Decrypts what WebCrypto cannot: 3DES and RC2 of containers exported by Windows and older tools. The library is
 * large, so it is loaded only when such a container turns up. It is asked for an encrypted private key, whatever is
 * inside: the cipher is the same for keys and for safes.
 *
 * @throws Error for a wrong password or an unknown cipher
 */
export async function decryptLegacy({ algorithm, data }: Encrypted, password: string): Promise<Uint8Array> {
  const { default: forge } = await import('node-forge');
  const encrypted = forge.asn1.fromDer(binary(sequence(algorithm, octetString(data))));
  // The library answers null for a wrong password, which its types do not say.
  const plain: typeof encrypted | null = forge.pki.decryptPrivateKeyInfo(encrypted, password);
  if (!plain) throw new TypeError('The data cannot be decrypted');
  return Uint8Array.from(forge.asn1.toDer(plain).getBytes(), (character) => character.charCodeAt(0));
}

function binary(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
}

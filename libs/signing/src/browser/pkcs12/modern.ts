import type { Encrypted } from './structure.js';

/** What pkijs throws when the MAC does not fit; any other error means that it could not judge. */
const BROKEN_INTEGRITY = 'Integrity for the PKCS#12 data is broken!';

/** Answer of the container's MAC about the password. */
export type MacAnswer = 'RIGHT' | 'WRONG' | 'UNKNOWN';

/** Loaded when a container is opened, not with the page. */
const load = () => import('pkijs');

/** Checks the password by the MAC of the container. */
export async function checkMac(container: Uint8Array, password: Uint8Array<ArrayBuffer>): Promise<MacAnswer> {
  const { PFX } = await load();
  try {
    await PFX.fromBER(Uint8Array.from(container).buffer).parseInternalValues({
      password: password.buffer,
      checkIntegrity: true,
    });
    return 'RIGHT';
  } catch (error) {
    return error instanceof Error && error.message === BROKEN_INTEGRITY ? 'WRONG' : 'UNKNOWN';
  }
}

/** Decrypts PBES2 with AES through WebCrypto. Throws for any other cipher and for a wrong password. */
export async function decryptPbes2(
  { algorithm, data }: Encrypted,
  password: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array> {
  const { AlgorithmIdentifier, EncryptedContentInfo, EncryptedData } = await load();
  const { OctetString } = await import('asn1js');
  const encrypted = new EncryptedData({
    encryptedContentInfo: new EncryptedContentInfo({
      contentEncryptionAlgorithm: AlgorithmIdentifier.fromBER(Uint8Array.from(algorithm).buffer),
      encryptedContent: new OctetString({ valueHex: Uint8Array.from(data).buffer }),
    }),
  });
  return new Uint8Array(await encrypted.decrypt({ password: password.buffer }));
}

import { Asn1Error } from '../../asn1/node.js';
import { KeyError } from '../key-error.js';
import { namesGost } from './gost.js';
import { decryptLegacy } from './legacy.js';
import { checkMac, decryptPbes2 } from './modern.js';
import { readContents, readPfx, type Encrypted, type Pfx, type Pkcs12Contents } from './structure.js';

/** A key file is a few kilobytes; a photograph chosen by mistake is not read further. */
const MAX_CONTAINER_BYTES = 1024 * 1024;

/**
 * Opens a PKCS #12 container of any age: PBES2 by WebCrypto, 3DES and RC2 by the lazily loaded library.
 *
 * @throws KeyError NOT_PKCS12, CRYPTOPRO_CONTAINER, WRONG_PASSWORD or UNSUPPORTED_KEY
 */
export async function openContainer(container: Uint8Array, password: string): Promise<Pkcs12Contents> {
  const pfx = recognise(container);
  const secret = new TextEncoder().encode(password);
  try {
    const mac = pfx.hasMac ? await checkMac(container, secret) : 'UNKNOWN';
    if (mac === 'WRONG') throw new KeyError('WRONG_PASSWORD');
    return await decipher(pfx, secret, password, mac === 'RIGHT');
  } finally {
    secret.fill(0);
  }
}

function recognise(container: Uint8Array): Pfx {
  if (container.length > MAX_CONTAINER_BYTES) throw new KeyError('NOT_PKCS12');
  try {
    const pfx = readPfx(container);
    if (namesGost(container)) throw new KeyError('CRYPTOPRO_CONTAINER');
    return pfx;
  } catch (error) {
    throw error instanceof Asn1Error ? new KeyError('NOT_PKCS12', { cause: error }) : error;
  }
}

async function decipher(
  pfx: Pfx,
  secret: Uint8Array<ArrayBuffer>,
  password: string,
  passwordIsRight: boolean,
): Promise<Pkcs12Contents> {
  const decrypt = async (encrypted: Encrypted): Promise<Uint8Array> => {
    try {
      return await decryptPbes2(encrypted, secret);
    } catch {
      return decryptLegacy(encrypted, password);
    }
  };
  try {
    return await readContents(pfx, decrypt);
  } catch (error) {
    throw new KeyError(passwordIsRight ? 'UNSUPPORTED_KEY' : 'WRONG_PASSWORD', { cause: error });
  }
}

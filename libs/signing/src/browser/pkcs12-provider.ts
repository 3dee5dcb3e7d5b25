import { openPkcs12 } from './pkcs12/open.js';
import { KeyError } from './key-error.js';
import type { Pkcs12Key, Pkcs12Provider, SigningCertificate } from './types.js';

/** A key left open is forgotten after this pause. */
const FORGET_AFTER_MS = 10 * 60 * 1000;

export interface Pkcs12ProviderOptions {
  /** Milliseconds without a signature after which the key is forgotten; default 10 minutes. */
  readonly forgetAfterMs?: number;
}

/** Signing by a .p12 file: holds at most one opened key, and only for a while. */
export function createPkcs12Provider({
  forgetAfterMs = FORGET_AFTER_MS,
}: Pkcs12ProviderOptions = {}): Pkcs12Provider {
  let key: Pkcs12Key | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const forget = () => {
    clearTimeout(timer);
    key?.forget();
    key = undefined;
  };
  const holdOn = () => {
    clearTimeout(timer);
    timer = setTimeout(forget, forgetAfterMs);
  };

  return {
    id: 'pkcs12',
    detect: () =>
      Promise.resolve(
        globalThis.crypto?.subtle ? { available: true } : { available: false, reason: 'unsupported-browser' },
      ),
    async open(file, password) {
      forget();
      const bytes = file instanceof Uint8Array ? file : new Uint8Array(await file.arrayBuffer());
      key = await openPkcs12(bytes, password);
      holdOn();
      return listed(key);
    },
    listCertificates: () => Promise.resolve(key ? [listed(key)] : []),
    async sign({ content, certThumbprint, signal }) {
      signal?.throwIfAborted();
      if (!key) throw new KeyError('KEY_FORGOTTEN');
      if (key.certificate.thumbprint !== certThumbprint) throw new KeyError('CERTIFICATE_NOT_FOUND');
      holdOn();
      const cms = await key.sign(content);
      signal?.throwIfAborted();
      return { cms };
    },
    forget,
  };
}

const listed = (key: Pkcs12Key): SigningCertificate => ({ ...key.certificate, hasPrivateKey: true });

import type { Pkcs12Provider, SigningCertificate } from '@praktika/signing/browser';
import { onBeforeUnmount, ref, shallowRef } from 'vue';
import { faultOfCertificate, type CertificateFault } from './certificate-checks.js';
import { toBase64 } from './signed-bytes.js';

/**
 * The signer's key for as long as a window is open: a .p12 file is opened and used inside the browser, and the key
 * is forgotten when the window closes.
 */
export function useKey(organizationInn: string | undefined) {
  const certificate = shallowRef<SigningCertificate>();
  const certificateFault = ref<CertificateFault>();
  /** Code of why the file did not open, or the key did not sign. */
  const keyError = ref<string>();
  const opening = ref(false);
  let provider: Pkcs12Provider | undefined;
  /** The window may be gone before the file has opened. */
  let gone = false;

  /** @returns whether the file opened; `keyError` tells why not */
  async function openKey(file: Blob, password: string): Promise<boolean> {
    keyError.value = undefined;
    opening.value = true;
    try {
      const { createPkcs12Provider } = await import('@praktika/signing/browser');
      provider ??= createPkcs12Provider();
      certificate.value = await provider.open(file, password);
      if (gone) forgetKey();
      certificateFault.value = faultOfCertificate(certificate.value, organizationInn, new Date());
      return true;
    } catch (error) {
      keyError.value = keyErrorCode(error);
      return false;
    } finally {
      opening.value = false;
    }
  }

  /** The detached signature over the bytes, base64. */
  async function signBytes(content: Uint8Array<ArrayBuffer>): Promise<string> {
    if (!provider || !certificate.value) throw new Error('no key is open');
    const { cms } = await provider.sign({ content, certThumbprint: certificate.value.thumbprint });
    return toBase64(cms);
  }

  /** The key itself; its certificate stays on the screen. */
  function forgetKey(): void {
    provider?.forget();
  }

  /** Back to the choice of a file. */
  function dropKey(): void {
    forgetKey();
    certificate.value = undefined;
    certificateFault.value = undefined;
    keyError.value = undefined;
  }

  onBeforeUnmount(() => {
    gone = true;
    forgetKey();
  });

  return { certificate, certificateFault, keyError, opening, openKey, signBytes, forgetKey, dropKey };
}

/** Code of an error of the key; ones that are none are `UNKNOWN`. */
export function keyErrorCode(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : 'UNKNOWN';
}

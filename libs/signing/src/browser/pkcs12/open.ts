import { equalBytes } from '../../bytes.js';
import { isSelfIssued, type Certificate } from '../../x509/certificate.js';
import { describeCertificate } from '../../x509/describe.js';
import { createCadesBes } from '../cades.js';
import { KeyError } from '../key-error.js';
import type { Pkcs12Key } from '../types.js';
import { openContainer } from './contents.js';
import { importSigningKey, readableCertificates, type SigningKey } from './signing-key.js';

/**
 * Opens a .p12 or .pfx file. The private key goes into WebCrypto as non-extractable; every buffer of ours that held
 * it is wiped. Nothing leaves the machine. Works in browsers and in Node 20.
 *
 * @throws KeyError WRONG_PASSWORD, NOT_PKCS12, CRYPTOPRO_CONTAINER, NO_KEY or UNSUPPORTED_KEY
 */
export async function openPkcs12(file: Uint8Array, password: string): Promise<Pkcs12Key> {
  const { keys, certificates } = await openContainer(file, password);
  const readable = readableCertificates(certificates);
  const found = await firstPair(keys, readable);
  return pkcs12Key(found.key, found.certificate, chainOf(found.certificate, readable));
}

interface Pair {
  readonly key: SigningKey;
  readonly certificate: Certificate;
}

/** The first key that has its certificate in the container; all keys are imported, so that all are wiped. */
async function firstPair(keys: readonly Uint8Array[], certificates: readonly Certificate[]): Promise<Pair> {
  const imported = await Promise.allSettled(keys.map(importSigningKey));
  for (const result of imported) {
    if (result.status === 'rejected') continue;
    for (const certificate of certificates) {
      if (await result.value.fits(certificate)) return { key: result.value, certificate };
    }
  }
  const failure = imported.find((result) => result.status === 'rejected');
  throw failure ? failure.reason : new KeyError('NO_KEY');
}

/** Issuers of the certificate found in the container, nearest first, without the root. */
function chainOf(certificate: Certificate, others: readonly Certificate[]): readonly Certificate[] {
  const chain: Certificate[] = [];
  let last: Certificate | undefined = certificate;
  while (last && !isSelfIssued(last)) {
    const { issuer }: Certificate = last;
    last = others.find(
      ({ subject, der }) => equalBytes(subject.der, issuer.der) && !chain.some((c) => c.der === der),
    );
    if (last && !isSelfIssued(last)) chain.push(last);
  }
  return chain;
}

async function pkcs12Key(
  key: SigningKey,
  certificate: Certificate,
  chain: readonly Certificate[],
): Promise<Pkcs12Key> {
  let held: SigningKey | undefined = key;
  return {
    certificate: await describeCertificate(certificate.der),
    chain: chain.map(({ der }) => der),
    async sign(content, { signingTime = new Date() } = {}) {
      if (!held) throw new KeyError('KEY_FORGOTTEN');
      const bytes = content instanceof Uint8Array ? content : new Uint8Array(await content.arrayBuffer());
      return createCadesBes({ content: bytes, certificate, chain, key: held, signingTime });
    },
    forget: () => (held = undefined),
  };
}

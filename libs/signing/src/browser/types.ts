import type { CertificateSummary } from '../x509/describe.js';

/** A certificate the person may sign with. */
export interface SigningCertificate extends CertificateSummary {
  readonly hasPrivateKey: boolean;
}

export interface ProviderState {
  readonly available: boolean;
  readonly version?: string;
  readonly reason?: 'no-extension' | 'no-plugin' | 'no-csp' | 'unsupported-browser';
}

export interface SignRequest {
  readonly content: Blob | Uint8Array;
  /** `thumbprint` of one of the listed certificates. */
  readonly certThumbprint: string;
  readonly signal?: AbortSignal;
}

/** A way to sign in the browser: a .p12 file now, the CryptoPro plug-in under the same interface later. */
export interface SignatureProvider {
  readonly id: 'cryptopro' | 'pkcs12';
  detect(): Promise<ProviderState>;
  listCertificates(): Promise<readonly SigningCertificate[]>;
  /** DER of a detached CAdES-BES signature over exactly the bytes of `content`. */
  sign(request: SignRequest): Promise<{ readonly cms: Uint8Array }>;
}

/** An opened .p12: the key can sign and cannot be read. */
export interface Pkcs12Key {
  readonly certificate: CertificateSummary;
  /** DER of the other certificates that go into the signature, issuer first; the root is left out. */
  readonly chain: readonly Uint8Array[];
  /** @throws KeyError KEY_FORGOTTEN after `forget()`. */
  sign(content: Blob | Uint8Array, options?: { readonly signingTime?: Date }): Promise<Uint8Array>;
  forget(): void;
}

/** The .p12 provider: a file is opened first, and the key is forgotten on close or after a pause. */
export interface Pkcs12Provider extends SignatureProvider {
  readonly id: 'pkcs12';
  /** @throws KeyError before anything leaves the browser. */
  open(file: Blob | Uint8Array, password: string): Promise<SigningCertificate>;
  forget(): void;
}

import { nodeCryptoProvider } from '../src/node/provider.js';
import { readSigningCertificate } from '../src/verify/signing-certificate.js';
import { buildCms } from './support/cms-builder.js';
import { OpenSsl, WITH_ISSUING } from './support/openssl.js';
import { createWorld, DOCUMENT, signAsBrowser, type World } from './support/world.js';

const openssl = new OpenSsl();
let rsa: World;
let ec: World;

beforeAll(async () => {
  [rsa, ec] = await Promise.all([createWorld('RSA'), createWorld('P-256')]);
});
afterAll(() => openssl.remove());

describe('The certificate a signature was made with', () => {
  const options = () => ({ certificate: ec.head.certificate, privateKey: ec.head.privateKey });

  it('is found in the file, among others and by a signature of any tool', async () => {
    const others = [ec.ca.issuing.certificate, rsa.head.certificate];
    for (const signature of [
      await signAsBrowser(ec.head),
      openssl.signs(ec, DOCUMENT, ...WITH_ISSUING),
      buildCms({ ...options(), certificates: [...others, ec.head.certificate] }),
    ]) {
      const { der } = await readSigningCertificate(signature, nodeCryptoProvider);
      expect(der).toEqual(ec.head.certificate);
    }
  });

  it('is never another one: neither of another name nor of another hash', async () => {
    for (const wrong of [
      { certificates: [rsa.head.certificate] },
      { essCertificate: rsa.head.certificate },
      { signerCount: 0 },
    ]) {
      const signature = buildCms({ ...options(), ...wrong });
      await expect(readSigningCertificate(signature, nodeCryptoProvider)).rejects.toThrow(
        /SIGNER_CERT_MISSING|ESS_MISMATCH|SIGNER_COUNT/,
      );
    }
  });
});

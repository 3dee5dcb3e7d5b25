import { integer, sequence, tagged, time, unsignedInteger } from '../src/asn1/writer.js';
import { Asn1Error } from '../src/asn1/node.js';
import { toHex } from '../src/bytes.js';
import { issueCrl, shiftDays } from '../src/demo-ca/authority.js';
import { signatureAlgorithm, signed, type Authority } from '../src/demo-ca/certificate.js';
import { parseCertificate } from '../src/x509/certificate.js';
import { parseCrl } from '../src/x509/crl.js';
import { parseTrust } from '../src/verify/trust.js';
import { NOW, createWorld, signAsBrowser, verifyIn, type World } from './support/world.js';

let world: World;
beforeAll(async () => {
  world = await createWorld('P-256');
});

/** A list of many serial numbers, built without going through certificates. */
function bigCrl({ certificate, privateKey }: Authority, serials: readonly Uint8Array[]): Uint8Array {
  const when = time(shiftDays(NOW, -1));
  const entries = serials.map((serial) => sequence(unsignedInteger(serial), when));
  const tbs = sequence(
    integer(1),
    signatureAlgorithm(privateKey),
    parseCertificate(certificate).subject.der,
    when,
    time(shiftDays(NOW, 1)),
    sequence(Uint8Array.from(Buffer.concat(entries))),
    tagged(0, sequence()),
  );
  return signed(tbs, privateKey);
}

const serialOf = (index: number) => Uint8Array.of(0x40, index >> 16, (index >> 8) & 0xff, index & 0xff);

describe('Revocation lists', () => {
  it('a list of 100 000 entries is read whole and decides about one certificate', async () => {
    const count = 100_000;
    const { serialNumber } = parseCertificate(world.head.certificate);
    const crl = parseCrl(
      bigCrl(world.ca.issuing, [...Array.from({ length: count - 1 }, (_, at) => serialOf(at)), serialNumber]),
    );
    expect(crl.revoked.size).toBe(count);
    expect(crl.revoked.get(toHex(serialOf(77_777)))?.date).toEqual(shiftDays(NOW, -1));
    const [rootCrl] = world.crls;
    const trust = parseTrust({
      anchors: [world.ca.root.certificate],
      crls: rootCrl ? [rootCrl, crl] : [crl],
    });
    const signature = await signAsBrowser(world.head);
    expect(await verifyIn(world, signature, { trust })).toMatchObject({ code: 'REVOKED' });
  });

  it('entries keep their date and reason', () => {
    const revoked = [{ certificate: world.head.certificate, date: shiftDays(NOW, -2), reason: 6 }];
    const crl = parseCrl(
      issueCrl(world.ca.issuing, { thisUpdate: shiftDays(NOW, -1), nextUpdate: NOW, revoked }),
    );
    expect([...crl.revoked.values()]).toEqual([{ date: shiftDays(NOW, -2), reason: 6 }]);
    expect(crl).toMatchObject({ thisUpdate: shiftDays(NOW, -1), nextUpdate: NOW, unknownCritical: false });
  });

  it('a broken list is an error, not an empty list', () => {
    const [crl = new Uint8Array()] = world.crls;
    expect(() => parseCrl(crl.subarray(0, crl.length - 1))).toThrow(Asn1Error);
    expect(() => parseCrl(Uint8Array.from([...crl, 0]))).toThrow(Asn1Error);
    expect(() => parseCrl(world.head.certificate)).toThrow(Asn1Error);
    expect(() => parseTrust({ anchors: [], crls: [new Uint8Array(3)] })).toThrow(Asn1Error);
  });
});

import { createDemoCa } from '@praktika/signing/demo-ca';
import { RecentCertificates } from '../../src/modules/signatures/verification/recent-certificates.js';

/** A certificate and as many others that differ in their last bytes, those of the signature. */
async function certificates(count: number): Promise<Uint8Array[]> {
  const { root } = await createDemoCa({ algorithm: 'P-256', now: new Date('2026-09-07T09:00:00Z') });
  return Array.from({ length: count }, (_, place) => {
    const der = Uint8Array.from(root.certificate);
    new DataView(der.buffer).setUint16(der.length - 2, place);
    return der;
  });
}

describe('certificates that signatures have brought', () => {
  it('are parsed once, whatever larger file their bytes lie in', async () => {
    const [der] = await certificates(1);
    const recent = new RecentCertificates();
    const file = Buffer.concat([Buffer.alloc(100), der!, Buffer.alloc(100)]);
    const first = recent.read(file.subarray(100, 100 + der!.length));
    file.fill(0);
    expect(recent.read(der!)).toBe(first);
    expect(Buffer.from(first.der)).toEqual(Buffer.from(der!));
  });

  it('are forgotten when 256 others have come since they were last read', async () => {
    const [kept, forgotten, ...others] = await certificates(258);
    const recent = new RecentCertificates();
    const first = recent.read(kept!);
    const second = recent.read(forgotten!);
    for (const other of others.slice(0, 254)) recent.read(other);
    expect(recent.read(kept!)).toBe(first);
    for (const other of others.slice(254)) recent.read(other);
    expect(recent.read(kept!)).toBe(first);
    expect(recent.read(forgotten!)).not.toBe(second);
  });

  it('are not taken for each other when a single bit differs', async () => {
    const [one, other] = await certificates(2);
    const recent = new RecentCertificates();
    expect(recent.read(other!)).not.toBe(recent.read(one!));
  });
});

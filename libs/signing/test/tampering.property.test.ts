import fc from 'fast-check';
import { DOCUMENT, createWorld, signAsBrowser, verifyIn, type World } from './support/world.js';

const replaced = (bytes: Uint8Array, at: number, value: number) => {
  const copy = Uint8Array.from(bytes);
  copy[at] = value;
  return copy;
};

/** Position of a piece of the file, counted to its last octet. */
const lastOctetOf = (bytes: Uint8Array, hex: string) =>
  Buffer.from(bytes).lastIndexOf(Buffer.from(hex, 'hex')) + hex.length / 2 - 1;

/** The version of SignedData: the first INTEGER 1 of the file. */
const versionAt = (bytes: Uint8Array) => Buffer.from(bytes).indexOf(Buffer.from('020101', 'hex')) + 2;

/**
 * Octets that no signature covers and that have a second meaningful value: the version of SignedData may be 1 or 3;
 * `rsaEncryption` may be written as `sha256WithRSAEncryption`, which says the same.
 */
const HARMLESS = {
  'P-256': (bytes: Uint8Array) => [{ at: versionAt(bytes), values: [1, 3] }],
  RSA: (bytes: Uint8Array) => [
    { at: versionAt(bytes), values: [1, 3] },
    { at: lastOctetOf(bytes, '06092a864886f70d010101'), values: [1, 11] },
  ],
} as const;

describe.each(['P-256', 'RSA'] as const)('Changed bytes of a %s signature', (kind) => {
  let world: World;
  let signature: Uint8Array;
  let harmless: readonly { at: number; values: readonly number[] }[];
  beforeAll(async () => {
    world = await createWorld(kind);
    signature = await signAsBrowser(world.head);
    harmless = HARMLESS[kind](signature);
  });
  const isHarmless = (at: number, value: number) =>
    harmless.some((place) => place.at === at && place.values.includes(value));

  it('no changed bit of the file passes, except the listed harmless values', async () => {
    const passed: string[] = [];
    for (let at = 0; at < signature.length; at += 1) {
      const value = (signature[at] ?? 0) ^ (1 << (at % 8));
      const { indication } = await verifyIn(world, replaced(signature, at, value));
      if (indication === 'TOTAL-PASSED' && !isHarmless(at, value)) passed.push(`${at}=${value}`);
    }
    expect(passed).toEqual([]);
  });

  it('the unprotected octets have exactly the listed harmless values', async () => {
    for (const { at, values } of harmless) {
      const passing: number[] = [];
      for (let value = 0; value < 256; value += 1) {
        const { indication } = await verifyIn(world, replaced(signature, at, value));
        if (indication === 'TOTAL-PASSED') passing.push(value);
      }
      expect(passing).toEqual(values);
    }
  });

  it('no changed byte of the file passes, and the verifier always answers with a reason', async () => {
    const change = fc.tuple(fc.nat({ max: signature.length - 1 }), fc.nat({ max: 255 }));
    await fc.assert(
      fc.asyncProperty(change, async ([at, value]) => {
        fc.pre(value !== signature[at] && !isHarmless(at, value));
        const report = await verifyIn(world, replaced(signature, at, value));
        expect(report.indication).not.toBe('TOTAL-PASSED');
        expect(report.code).not.toBeNull();
      }),
      { numRuns: 1000 },
    );
  });

  it('no changed byte of the document passes', async () => {
    const change = fc.tuple(fc.nat({ max: DOCUMENT.length - 1 }), fc.nat({ max: 255 }));
    await fc.assert(
      fc.asyncProperty(change, async ([at, value]) => {
        fc.pre(value !== DOCUMENT[at]);
        const report = await verifyIn(world, signature, { content: replaced(DOCUMENT, at, value) });
        expect(report).toMatchObject({ indication: 'TOTAL-FAILED', code: 'DIGEST_MISMATCH' });
      }),
      { numRuns: 100 },
    );
  });

  it('no removed, inserted or replaced piece of the file passes', async () => {
    const place = fc.nat({ max: signature.length });
    await fc.assert(
      fc.asyncProperty(place, place, fc.uint8Array({ maxLength: 8 }), async (one, two, piece) => {
        const [from, to] = [Math.min(one, two), Math.max(one, two)];
        fc.pre(to - from !== 1 || piece.length !== 1);
        const spoiled = Uint8Array.from([
          ...signature.subarray(0, from),
          ...piece,
          ...signature.subarray(to),
        ]);
        fc.pre(Buffer.compare(spoiled, signature) !== 0);
        expect((await verifyIn(world, spoiled)).indication).not.toBe('TOTAL-PASSED');
      }),
      { numRuns: 400 },
    );
  });

  it('whatever bytes come, the answer is a refusal and not an exception', async () => {
    const likeAsn1 = fc.uint8Array({ minLength: 1, maxLength: 300 }).map((bytes) => replaced(bytes, 0, 0x30));
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.uint8Array({ maxLength: 300 }), likeAsn1), async (bytes) => {
        const report = await verifyIn(world, bytes);
        expect(report).toMatchObject({ indication: 'TOTAL-FAILED', subIndication: 'FORMAT_FAILURE' });
      }),
      { numRuns: 500 },
    );
  });
});

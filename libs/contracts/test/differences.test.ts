import fc from 'fast-check';
import { canonicalJson, differences } from '../src/index.js';

const terms = fc.object({ values: [fc.string(), fc.integer(), fc.boolean()], maxDepth: 3 });

describe('differences of two revisions', () => {
  it('tell changed, added and removed leaves by their pointers', () => {
    const before = { validTo: '2026-12-31', premises: [{ name: 'Цех 1' }], note: 'да' };
    const after = { validTo: '2027-01-31', premises: [{ name: 'Цех 1', address: 'Лесная, 1' }], seats: 3 };
    expect(differences(before, after)).toEqual([
      { pointer: '/validTo', before: '2026-12-31', after: '2027-01-31' },
      { pointer: '/premises/0/address', after: 'Лесная, 1' },
      { pointer: '/note', before: 'да' },
      { pointer: '/seats', after: 3 },
    ]);
  });

  it('there are none exactly when the canonical texts are equal, but for empty branches', () => {
    fc.assert(
      fc.property(terms, terms, (one, other) => {
        expect(differences(one, one)).toEqual([]);
        if (differences(one, other).length > 0) expect(canonicalJson(one)).not.toBe(canonicalJson(other));
      }),
    );
  });

  it('the other way round they tell the same with the sides exchanged', () => {
    fc.assert(
      fc.property(terms, terms, (one, other) => {
        const there = differences(one, other).map(({ pointer, before, after }) => [pointer, before, after]);
        const back = differences(other, one).map(({ pointer, before, after }) => [pointer, after, before]);
        const sorted = (rows: unknown[][]) => rows.map((row) => JSON.stringify(row)).sort();
        expect(sorted(back)).toEqual(sorted(there));
      }),
    );
  });
});

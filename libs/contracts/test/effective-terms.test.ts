import fc from 'fast-check';
import {
  amendmentConflicts,
  contradictedChanges,
  effectiveTerms,
  type ConcludedAgreement,
  type ContractTerms,
  type TermsChange,
} from '../src/index.js';

const BASE: ContractTerms = {
  validFrom: '2026-09-01',
  validTo: '2026-12-31',
  premises: [{ name: 'Цех 1' }],
  employerConditions: 'Пропуск',
  seats: 10,
  responsible: { fullName: 'Орлова Ирина Сергеевна' },
};

const day = fc
  .integer({ min: 0, max: 200 })
  .map((offset) => new Date(Date.UTC(2026, 7, 1 + offset)).toISOString().slice(0, 10));

const change: fc.Arbitrary<TermsChange> = fc.oneof(
  fc.record({ term: fc.constant('seats' as const), effectiveFrom: day, seats: fc.nat(100) }),
  fc.record({
    term: fc.constant('employerConditions' as const),
    effectiveFrom: day,
    employerConditions: fc.string(),
  }),
  fc.record({
    term: fc.constant('period' as const),
    effectiveFrom: day,
    period: fc.record({ validFrom: day, validTo: day }),
  }),
  fc.record({
    term: fc.constant('premises' as const),
    effectiveFrom: day,
    premises: fc.array(fc.record({ name: fc.string() }), { minLength: 1, maxLength: 3 }),
  }),
);

const agreements: fc.Arbitrary<ConcludedAgreement[]> = fc.uniqueArray(
  fc.record({ id: fc.uuid(), date: day, changes: fc.array(change, { maxLength: 4 }) }),
  { selector: ({ id }) => id, maxLength: 6 },
);

const shuffled = <Item>(items: readonly Item[], seed: readonly number[]) =>
  items
    .map((item, index) => ({ item, at: seed[index] ?? 0 }))
    .sort((one, other) => one.at - other.at)
    .map(({ item }) => item);

describe('effective terms', () => {
  it('any order of the concluded agreements gives the same terms on a date', () => {
    fc.assert(
      fc.property(
        agreements,
        fc.array(fc.nat(), { minLength: 6, maxLength: 6 }),
        day,
        (concluded, seed, on) => {
          const orderly = effectiveTerms(BASE, concluded, on);
          expect(effectiveTerms(BASE, shuffled(concluded, seed), on)).toEqual(orderly);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('a change counts from its day on, and nothing else is touched', () => {
    fc.assert(
      fc.property(agreements, day, (concluded, on) => {
        const { terms, applied } = effectiveTerms(BASE, concluded, on);
        const due = concluded.flatMap(({ changes }) =>
          changes.filter(({ effectiveFrom }) => effectiveFrom <= on),
        );
        expect(applied).toHaveLength(due.length);
        expect(terms.responsible).toEqual(BASE.responsible);
        for (const term of ['seats', 'employerConditions', 'premises'] as const) {
          const last = applied.filter((item) => item.term === term).at(-1);
          expect(terms[term]).toEqual(last ? last.after : BASE[term]);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('each change tells what it replaced', () => {
    const concluded: ConcludedAgreement[] = [
      { id: 'b', date: '2026-09-20', changes: [{ term: 'seats', effectiveFrom: '2026-10-01', seats: 12 }] },
      { id: 'a', date: '2026-09-10', changes: [{ term: 'seats', effectiveFrom: '2026-10-01', seats: 11 }] },
      {
        id: 'c',
        date: '2026-09-05',
        changes: [
          {
            term: 'period',
            effectiveFrom: '2026-11-01',
            period: { validFrom: '2026-09-01', validTo: '2027-01-31' },
          },
        ],
      },
    ];
    expect(effectiveTerms(BASE, concluded, '2026-09-30').terms).toEqual(BASE);
    const october = effectiveTerms(BASE, concluded, '2026-10-01');
    expect(october.terms.seats).toBe(12);
    expect(october.applied.map(({ agreementId, before, after }) => [agreementId, before, after])).toEqual([
      ['a', 10, 11],
      ['b', 11, 12],
    ]);
    expect(effectiveTerms(BASE, concluded, '2026-11-01').terms).toMatchObject({
      validFrom: '2026-09-01',
      validTo: '2027-01-31',
      seats: 12,
    });
  });
});

describe('changes that cannot be meant', () => {
  const seats = (effectiveFrom: string, value: number): TermsChange => ({
    term: 'seats',
    effectiveFrom,
    seats: value,
  });

  it('one agreement changes a term once a day, and gives it a value', () => {
    expect(amendmentConflicts({ changes: [seats('2026-10-01', 1), seats('2026-10-01', 1)] })).toEqual([
      { pointer: '/changes/1/term', code: 'changed_twice' },
    ]);
    expect(amendmentConflicts({ changes: [seats('2026-10-01', 1), seats('2026-10-02', 2)] })).toEqual([]);
    expect(amendmentConflicts({ changes: [{ term: 'premises', effectiveFrom: '2026-10-01' }] })).toEqual([
      { pointer: '/changes/0/premises', code: 'value_required' },
    ]);
    const backwards = { validFrom: '2026-10-02', validTo: '2026-10-01' };
    expect(
      amendmentConflicts({ changes: [{ term: 'period', effectiveFrom: '2026-10-01', period: backwards }] }),
    ).toEqual([{ pointer: '/changes/0/period/validTo', code: 'end_before_start' }]);
  });

  it('two agreements contradict where a term gets two values from one day', () => {
    const own = [seats('2026-10-01', 10), seats('2026-11-01', 5)];
    expect(contradictedChanges(own, [seats('2026-10-01', 12)])).toEqual([0]);
    expect(contradictedChanges(own, [seats('2026-10-01', 10)])).toEqual([]);
    expect(contradictedChanges(own, [seats('2026-10-02', 12)])).toEqual([]);
  });
});

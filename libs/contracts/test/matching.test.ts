import fc from 'fast-check';
import {
  commonDays,
  EDUCATION_LEVELS,
  MATCH_REASON_CODES,
  matchReasons,
  rankMatches,
  scoreOf,
  withNeed,
  type MatchProfile,
} from '../src/index.js';

const NOTHING: MatchProfile = { specialtyCodes: [], areaCodes: [], levels: [] };
const codesOf = (place: MatchProfile, demand: MatchProfile) =>
  matchReasons(place, demand).map(({ code }) => code);

/** Dates of two years. */
const day = fc
  .integer({ min: 0, max: 730 })
  .map((number) => new Date(Date.UTC(2026, 0, 1 + number)).toISOString().slice(0, 10));
const period = fc.tuple(day, day).map(([one, other]) => ({
  from: one < other ? one : other,
  to: one < other ? other : one,
}));
const pair = fc.integer({ min: 1, max: 12 }).map((number) => String(number).padStart(2, '0'));
const profile: fc.Arbitrary<MatchProfile> = fc.record(
  {
    specialtyCodes: fc.array(
      fc.tuple(pair, fc.constantFrom('02', '03', '04'), pair).map((parts) => parts.join('.')),
      { maxLength: 4 },
    ),
    areaCodes: fc.array(pair, { maxLength: 3 }),
    levels: fc.uniqueArray(fc.constantFrom(...EDUCATION_LEVELS), { maxLength: 3 }),
    professionId: fc.constantFrom('one', 'two'),
    regionCode: fc.constantFrom('77', '78', '16'),
    federalDistrict: fc.constantFrom('CENTRAL', 'VOLGA'),
    period,
    seats: fc.integer({ min: 1, max: 30 }),
  },
  { requiredKeys: ['specialtyCodes', 'areaCodes', 'levels'] },
);

describe('E3: why a place fits', () => {
  const PLACE: MatchProfile = {
    specialtyCodes: ['09.03.04'],
    areaCodes: ['06'],
    levels: ['BACHELOR'],
    professionId: 'programmer',
    regionCode: '77',
    federalDistrict: 'CENTRAL',
    period: { from: '2026-10-01', to: '2026-10-31' },
    seats: 10,
  };

  it('names every reason there is, the strongest first, in words', () => {
    const demand = { ...PLACE, period: { from: '2026-10-20', to: '2026-11-30' }, seats: 4 };
    expect(matchReasons(PLACE, demand).map(({ label }) => label)).toEqual([
      'Та же специальность: 09.03.04',
      'Та же профессия',
      'Та же область профессиональной деятельности: 06',
      'Тот же регион',
      'Сроки совпадают: 12 дней',
      'Подходит уровень образования',
      'Мест хватает: 10 при нужных 4',
    ]);
  });

  it('tells the enlarged group and the federal district where nothing nearer holds', () => {
    const demand = { ...NOTHING, specialtyCodes: ['09.02.07'], regionCode: '50', federalDistrict: 'CENTRAL' };
    expect(codesOf(PLACE, demand)).toEqual(['SAME_GROUP', 'SAME_DISTRICT']);
    expect(matchReasons(PLACE, demand)[0]?.label).toBe('Та же укрупнённая группа: 09.00.00');
  });

  it('is nothing at all where what is taught has nothing to do with it', () => {
    expect(
      codesOf(PLACE, { ...PLACE, specialtyCodes: ['31.05.01'], areaCodes: ['02'], professionId: 'x' }),
    ).toEqual([]);
    expect(codesOf(NOTHING, NOTHING)).toEqual([]);
  });

  it('counts common days with both ends', () => {
    expect(
      commonDays({ from: '2026-10-01', to: '2026-10-05' }, { from: '2026-10-05', to: '2026-10-09' }),
    ).toBe(1);
    expect(
      commonDays({ from: '2026-10-01', to: '2026-10-05' }, { from: '2026-10-06', to: '2026-10-09' }),
    ).toBe(0);
    // whatever the clocks are set to in between
    expect(
      commonDays({ from: '2026-03-01', to: '2026-11-30' }, { from: '2026-03-01', to: '2026-11-30' }),
    ).toBe(275);
  });

  it('adds up to at most 100, and each reason is worth something', () => {
    fc.assert(
      fc.property(profile, profile, (place, demand) => {
        const reasons = matchReasons(place, demand);
        expect(reasons.every(({ weight, label }) => weight > 0 && label.length > 0)).toBe(true);
        expect(scoreOf(reasons)).toBeLessThanOrEqual(100);
        expect(new Set(reasons.map(({ code }) => code)).size).toBe(reasons.length);
        expect(reasons.every(({ code }) => MATCH_REASON_CODES.includes(code))).toBe(true);
      }),
    );
  });

  it('does not depend on the order of codes, areas and levels', () => {
    fc.assert(
      fc.property(profile, profile, (place, demand) => {
        const turned = (one: MatchProfile): MatchProfile => ({
          ...one,
          specialtyCodes: one.specialtyCodes.toReversed(),
          areaCodes: one.areaCodes.toReversed(),
          levels: one.levels.toReversed(),
        });
        expect(matchReasons(turned(place), turned(demand))).toEqual(matchReasons(place, demand));
      }),
    );
  });

  it('never gets weaker when a side knows more: what is added can only speak for it', () => {
    fc.assert(
      fc.property(profile, profile, profile, (place, demand, more) => {
        const known: MatchProfile = {
          ...more,
          ...demand,
          specialtyCodes: [...demand.specialtyCodes, ...more.specialtyCodes],
          areaCodes: [...demand.areaCodes, ...more.areaCodes],
          levels: [...demand.levels, ...more.levels],
        };
        expect(scoreOf(matchReasons(place, known))).toBeGreaterThanOrEqual(
          scoreOf(matchReasons(place, demand)),
        );
      }),
    );
  });

  it('keeps what an organization declares when its need is looked at with it', () => {
    const declared: MatchProfile = { ...NOTHING, specialtyCodes: ['09.03.04'], regionCode: '77' };
    const need: MatchProfile = { ...NOTHING, areaCodes: ['06'], period: PLACE.period!, seats: 3 };
    expect(codesOf(PLACE, withNeed(declared, need))).toEqual([
      'SAME_SPECIALTY',
      'SAME_AREA',
      'SAME_REGION',
      'PERIODS_OVERLAP',
      'LEVEL_FITS',
      'SEATS_ENOUGH',
    ]);
  });
});

describe('E3: the order of what fits', () => {
  const candidates = fc.array(fc.record({ key: fc.constantFrom('a', 'b', 'c', 'd'), tie: pair, profile }), {
    maxLength: 12,
  });
  const rank = (place: MatchProfile, list: readonly { key: string; tie: string; profile: MatchProfile }[]) =>
    rankMatches(
      list,
      (one) => matchReasons(place, one.profile),
      ({ key }) => key,
      ({ tie }) => tie,
      10,
    );

  it('goes from the best to the least, each once, with reasons', () => {
    fc.assert(
      fc.property(profile, candidates, (place, list) => {
        const matches = rank(place, list);
        const scores = matches.map(({ score }) => score);
        expect(scores).toEqual(scores.toSorted((one, other) => other - one));
        expect(new Set(matches.map(({ candidate }) => candidate.key)).size).toBe(matches.length);
        expect(matches.every(({ reasons, score }) => reasons.length > 0 && score === scoreOf(reasons))).toBe(
          true,
        );
      }),
    );
  });

  it('never puts what has further reasons below what has fewer', () => {
    fc.assert(
      fc.property(profile, candidates, (place, list) => {
        const matches = rank(place, list);
        for (const [place, upper] of matches.entries()) {
          for (const lower of matches.slice(place + 1)) {
            const codes = new Set(lower.reasons.map(({ code }) => code));
            const more =
              upper.reasons.every(({ code }) => codes.has(code)) && codes.size > upper.reasons.length;
            expect(more).toBe(false);
          }
        }
      }),
    );
  });

  it('is the same whatever order candidates come in', () => {
    const shuffled = candidates.chain((list) =>
      fc.tuple(
        fc.constant(list.map((one, index) => ({ ...one, tie: String(index) }))),
        fc.array(fc.nat(), { minLength: list.length, maxLength: list.length }),
      ),
    );
    fc.assert(
      fc.property(profile, shuffled, (place, [list, keys]) => {
        const other = list
          .map((one, index) => ({ one, key: keys[index] ?? 0 }))
          .sort((left, right) => left.key - right.key)
          .map(({ one }) => one);
        expect(rank(place, other)).toEqual(rank(place, list));
      }),
    );
  });
});

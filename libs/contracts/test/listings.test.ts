import {
  LISTING_ACTION_LABELS,
  LISTING_GUARD_TEXTS,
  LISTING_RESPONSE_ACTION_LABELS,
  LISTING_RESPONSE_GUARD_TEXTS,
  LISTING_RESPONSE_STATUSES,
  LISTING_RESPONSE_TRANSITIONS,
  LISTING_STATUS_LABELS,
  LISTING_STATUSES,
  LISTING_TRANSITIONS,
  listingTitle,
  missingOfListing,
  offeredActions,
  PERMISSIONS,
  responseConflicts,
  validateTable,
  type ListingFacts,
  type ListingResponseTerms,
} from '../src/index.js';

const permissions = new Set(PERMISSIONS);
const FACTS: ListingFacts = { missing: [], periodEnded: false, responsesOpen: false, responded: false };

const guardsOf = (table: Readonly<Record<string, readonly { guards?: readonly { code: string }[] }[]>>) =>
  Object.values(table).flatMap((rows) => rows.flatMap(({ guards = [] }) => guards.map(({ code }) => code)));

describe('the life of a listing', () => {
  it('is a sound graph with words for every button, status and guard', () => {
    const shape = {
      statuses: [...LISTING_STATUSES, 'DELETED'],
      initial: 'DRAFT',
      terminal: ['DELETED'],
    } as const;
    expect(validateTable(LISTING_TRANSITIONS, shape)).toEqual([]);
    expect(Object.keys(LISTING_TRANSITIONS).sort()).toEqual(Object.keys(LISTING_ACTION_LABELS).sort());
    expect(guardsOf(LISTING_TRANSITIONS).filter((code) => !(code in LISTING_GUARD_TEXTS))).toEqual([]);
  });

  it('E14.2.4a, E14.2.4b, E14.2.4c: has the three statuses of the manual', () => {
    expect(Object.values(LISTING_STATUS_LABELS)).toEqual(['Черновик', 'Опубликована', 'Снята с публикации']);
  });

  it('offers who browses nothing but to respond, and that once', () => {
    const offered = (facts: Partial<ListingFacts>) =>
      offeredActions(
        LISTING_TRANSITIONS,
        { status: 'PUBLISHED', party: 'recipient', permissions },
        { ...FACTS, ...facts },
      );
    expect(offered({})).toEqual([{ action: 'respond', enabled: true }]);
    expect(offered({ responded: true })).toEqual([
      { action: 'respond', enabled: false, reason: 'already_responded' },
    ]);
  });
});

describe('a listing', () => {
  it('is reached by telephone or by mail: one of them is enough', () => {
    const reached = (contacts: object) => missingOfListing({}, { person: 'Анна', ...contacts });
    expect(reached({ email: 'a@b.test' })).not.toContain('/contacts/phone');
    expect(reached({ phone: '', email: 'a@b.test' })).not.toContain('/contacts/phone');
    expect(reached({ phone: '1' })).not.toContain('/contacts/phone');
    expect(reached({})).toContain('/contacts/phone');
  });

  it('is named by its profession, then by what is known of it', () => {
    expect(listingTitle({ profession: 'Повар', specialtyName: 'Кулинария' })).toBe('Повар');
    expect(listingTitle({ specialtyName: 'Кулинария', applicationType: 'PRACTICE' })).toBe('Кулинария');
    expect(listingTitle({ applicationType: 'INTERNSHIP' })).toBe('Проведение стажировки');
    expect(listingTitle({ profession: '', specialtyName: 'Кулинария' })).toBe('Кулинария');
    expect(listingTitle({})).toBe('Заявка без названия');
  });
});

describe('the life of a response', () => {
  it('is a sound graph with words for every button and guard', () => {
    const shape = {
      statuses: LISTING_RESPONSE_STATUSES,
      initial: 'SENT',
      terminal: ['ACCEPTED', 'REJECTED', 'WITHDRAWN'],
    } as const;
    expect(validateTable(LISTING_RESPONSE_TRANSITIONS, shape)).toEqual([]);
    expect(Object.keys(LISTING_RESPONSE_TRANSITIONS)).toEqual(Object.keys(LISTING_RESPONSE_ACTION_LABELS));
    expect(
      guardsOf(LISTING_RESPONSE_TRANSITIONS).filter((code) => !(code in LISTING_RESPONSE_GUARD_TEXTS)),
    ).toEqual([]);
  });

  it('E14.1.12b: fits the listing it answers: its seats, a day of its period, and a day to come', () => {
    const terms: ListingResponseTerms = {
      applicationType: 'PRACTICE',
      seats: 3,
      from: '2026-10-01',
      to: '2026-10-10',
      contact: { fullName: 'Анна' },
    };
    const codes = (listing: object, today = '2026-09-01') =>
      responseConflicts(terms, listing, today).map(({ pointer, code }) => [pointer, code]);
    expect(codes({ seats: 3, from: '2026-10-10', to: '2026-11-01' })).toEqual([]);
    expect(codes({ seats: 2 })).toEqual([['/seats', 'more_than_listed']]);
    expect(codes({ from: '2026-10-11' })).toEqual([['/to', 'outside_listing_period']]);
    expect(codes({ to: '2026-09-30' })).toEqual([['/from', 'outside_listing_period']]);
    expect(codes({}, '2026-10-10')).toEqual([]);
    expect(codes({}, '2026-10-11')).toEqual([['/to', 'in_the_past']]);
  });
});

import {
  APPLICATION_ACTION_LABELS,
  APPLICATION_GUARD_TEXTS,
  APPLICATION_KINDS,
  APPLICATION_STATES,
  APPLICATION_TRANSITIONS,
  applicationConflicts,
  applicationTitle,
  evaluateTransition,
  missingApplicationTerms,
  offeredActions,
  PERMISSIONS,
  validateTable,
  type ApplicationFacts,
} from '../src/index.js';

const FACTS: ApplicationFacts = {
  missing: [],
  side: 'EDUCATION',
  partnershipActive: true,
  anotherOpen: false,
  contractDrafted: false,
  recipientActs: true,
};
const permissions = new Set(PERMISSIONS);

describe.each(APPLICATION_KINDS)('the life of an application of kind %s', (kind) => {
  const table = APPLICATION_TRANSITIONS[kind];

  it('is a sound graph: every state is reached, none is a dead end by mistake', () => {
    const shape = {
      statuses: APPLICATION_STATES,
      initial: 'DRAFT',
      terminal: ['ACCEPTED', 'REJECTED', 'WITHDRAWN', 'DELETED'],
    } as const;
    expect(validateTable(table, shape)).toEqual([]);
  });

  it('has words for every button and every guard', () => {
    expect(Object.keys(table).filter((action) => !(action in APPLICATION_ACTION_LABELS))).toEqual([]);
    const guards = Object.values(table)
      .flat()
      .flatMap((row) => row?.guards ?? [])
      .map(({ code }) => code);
    expect(guards.filter((code) => !(code in APPLICATION_GUARD_TEXTS))).toEqual([]);
  });

  it('offers the contract to the educational organization alone, once, on an accepted one', () => {
    const offered = (facts: Partial<ApplicationFacts>, status: 'SENT' | 'ACCEPTED' = 'ACCEPTED') =>
      offeredActions(table, { status, party: 'recipient', permissions }, { ...FACTS, ...facts }).map(
        ({ action, enabled }) => [action, enabled],
      );
    expect(offered({})).toEqual([['draft-contract', true]]);
    expect(offered({ side: 'EMPLOYER' })).toEqual([]);
    expect(offered({ contractDrafted: true })).toEqual([]);
    expect(offered({ partnershipActive: false })).toEqual([['draft-contract', false]]);
    expect(offered({}, 'SENT').map(([action]) => action)).toEqual(['accept', 'reject']);
  });

  it('leaves a sent application to be withdrawn by its author and decided by the other side', () => {
    const verdict = (action: 'withdraw' | 'accept', party: 'author' | 'recipient') =>
      evaluateTransition(table, action, { status: 'SENT', party, permissions }, FACTS);
    expect(verdict('withdraw', 'author')).toMatchObject({ allowed: true, to: 'WITHDRAWN' });
    expect(verdict('withdraw', 'recipient')).toMatchObject({ allowed: false, reason: 'wrong_party' });
    expect(verdict('accept', 'author')).toMatchObject({ allowed: false, reason: 'wrong_party' });
    expect(verdict('accept', 'recipient')).toMatchObject({ allowed: true, to: 'ACCEPTED' });
  });
});

describe('what must hold before an application is sent', () => {
  const send = (kind: 'PARTNERSHIP' | 'PRACTICE', facts: Partial<ApplicationFacts>) =>
    evaluateTransition(
      APPLICATION_TRANSITIONS[kind],
      'send',
      { status: 'DRAFT', party: 'author', permissions },
      { ...FACTS, ...facts },
    );

  it.each([
    ['PARTNERSHIP', { partnershipActive: true }, 'already_partners'],
    ['PARTNERSHIP', { partnershipActive: false, anotherOpen: true }, 'application_open'],
    ['PARTNERSHIP', { partnershipActive: false, recipientActs: false }, 'recipient_without_account'],
    ['PARTNERSHIP', { partnershipActive: false, missing: ['/expectsDraftContract'] }, 'incomplete'],
    ['PRACTICE', { partnershipActive: false }, 'partnership_ended'],
    ['PRACTICE', { missing: ['/terms/seats'] }, 'incomplete'],
  ] as const)('%s with %j is stopped by %s', (kind, facts, guard) => {
    expect(send(kind, facts)).toMatchObject({ allowed: false, reason: 'guard', guard });
  });

  it('E4.4: a practice names its type, area, seats, dates and region; a partnership need not', () => {
    expect(missingApplicationTerms('PRACTICE', {})).toEqual([
      '/applicationType',
      '/areaCode',
      '/seats',
      '/from',
      '/to',
      '/regionCode',
    ]);
    expect(missingApplicationTerms('PARTNERSHIP', {})).toEqual([]);
  });

  it('refuses in a draft already what nobody can mean, and what belongs to the other kind', () => {
    expect(applicationConflicts('PRACTICE', { from: '2026-10-02', to: '2026-10-01' })).toEqual([
      { pointer: '/to', code: 'end_before_start' },
    ]);
    expect(applicationConflicts('PARTNERSHIP', { seats: 3 })).toEqual([
      { pointer: '/seats', code: 'not_for_kind' },
    ]);
  });

  it('is named by its kind and, once sent, its number', () => {
    expect(applicationTitle('PRACTICE', null)).toBe('Заявка на практику');
    expect(applicationTitle('PARTNERSHIP', 12)).toBe('Заявка на партнерство № 12');
  });
});

import {
  missingProfessionContent,
  offeredActions,
  PERMISSIONS,
  PROPOSAL_ACTION_LABELS,
  PROPOSAL_GUARD_TEXTS,
  PROPOSAL_STATES,
  PROPOSAL_TRANSITIONS,
  validateTable,
  type ProposalState,
} from '../src/index.js';

const permissions = new Set(PERMISSIONS);

describe('the life of a profession proposal', () => {
  it('is a sound graph: every state is reached, none is a dead end by mistake', () => {
    const shape = { statuses: PROPOSAL_STATES, initial: 'DRAFT', terminal: ['APPROVED', 'DELETED'] } as const;
    expect(validateTable(PROPOSAL_TRANSITIONS, shape)).toEqual([]);
  });

  it('has words for every button and every guard', () => {
    expect(Object.keys(PROPOSAL_TRANSITIONS).sort()).toEqual(Object.keys(PROPOSAL_ACTION_LABELS).sort());
    const guards = Object.values(PROPOSAL_TRANSITIONS)
      .flat()
      .flatMap((row) => row?.guards ?? [])
      .map(({ code }) => code);
    expect([...new Set(guards)].sort()).toEqual(Object.keys(PROPOSAL_GUARD_TEXTS).sort());
  });

  it.each([
    ['author', 'DRAFT', ['submit', 'update', 'delete']],
    ['author', 'PENDING_MODERATION', ['recall']],
    ['author', 'REJECTED', ['reopen']],
    ['author', 'APPROVED', []],
    ['recipient', 'DRAFT', []],
    ['recipient', 'PENDING_MODERATION', ['approve', 'reject']],
    ['recipient', 'REJECTED', []],
  ] as const)('offers the %s in %s: %j', (party, status, actions) => {
    const situation = { status: status as ProposalState, party, permissions };
    const offered = offeredActions(PROPOSAL_TRANSITIONS, situation, { missing: [] });
    expect(offered.map(({ action }) => action)).toEqual(actions);
  });

  it('lacks its name and its area before it may be sent, and nothing else', () => {
    expect(missingProfessionContent({})).toEqual(['/name', '/areaCode']);
    expect(missingProfessionContent({ name: 'Пилот', areaCode: '17' })).toEqual([]);
  });
});

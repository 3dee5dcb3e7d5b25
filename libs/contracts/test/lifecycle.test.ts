import {
  annexTransitions,
  contractTransitions,
  DOCUMENT_ACTIONS,
  DOCUMENT_STATES,
  documentTransitions,
  evaluateTransition,
  offeredActions,
  PERMISSIONS,
  validateTable,
  type DocumentAction,
  type DocumentFacts,
  type DocumentState,
  type Party,
} from '../src/index.js';

const everything = new Set(PERMISSIONS);

/** Facts under which every guard holds. */
const favourable: DocumentFacts = {
  missing: [],
  hasMainFile: true,
  hasScan: true,
  everSent: true,
  parentStatus: 'CONCLUDED',
  partnershipActive: true,
  openObligations: [],
  remindedToday: false,
  terminationOpen: false,
  reason: 'причина',
  acknowledged: true,
  responsibleNamed: true,
};

/** domain.md §4.1–4.2, written once more by hand: action, from, by, to. Every other cell must be refused. */
const ALLOWED: readonly (readonly [DocumentAction, DocumentState, Party, DocumentState])[] = [
  ['submit-approval', 'DRAFT', 'author', 'ON_APPROVAL'],
  ['submit-signing', 'DRAFT', 'author', 'ON_SIGNING'],
  ['submit-confirmation', 'DRAFT', 'author', 'ON_CONFIRMATION'],
  ['approve', 'ON_APPROVAL', 'recipient', 'PROJECT_APPROVED'],
  ['request-revision', 'ON_APPROVAL', 'recipient', 'ON_REVISION'],
  ['reject', 'ON_APPROVAL', 'recipient', 'PROJECT_REJECTED'],
  ['reopen', 'ON_REVISION', 'author', 'DRAFT'],
  ['update', 'DRAFT', 'author', 'DRAFT'],
  ['delete', 'PROJECT_REJECTED', 'author', 'DELETED'],
  ['submit-signing', 'PROJECT_APPROVED', 'author', 'ON_SIGNING'],
  ['return-to-draft', 'PROJECT_APPROVED', 'author', 'DRAFT'],
  ['sign', 'ON_SIGNING', 'recipient', 'SIGNED_BY_RECIPIENT'],
  ['sign', 'SIGNED_BY_RECIPIENT', 'author', 'CONCLUDED'],
  ['withdraw', 'ON_SIGNING', 'author', 'WITHDRAWN'],
  ['withdraw', 'ON_APPROVAL', 'author', 'WITHDRAWN'],
  ['withdraw', 'ON_REVISION', 'author', 'WITHDRAWN'],
  ['withdraw', 'PROJECT_APPROVED', 'author', 'WITHDRAWN'],
  ['withdraw', 'ON_CONFIRMATION', 'author', 'WITHDRAWN'],
  ['withdraw', 'DRAFT', 'author', 'WITHDRAWN'],
  ['confirm', 'ON_CONFIRMATION', 'recipient', 'CONCLUDED'],
  ['return-from-confirmation', 'ON_CONFIRMATION', 'recipient', 'DRAFT'],
  ['decline-signing', 'ON_SIGNING', 'recipient', 'DRAFT'],
  ['decline-signing', 'SIGNED_BY_RECIPIENT', 'author', 'DRAFT'],
  ['close', 'CONCLUDED', 'author', 'EXECUTED'],
  ['close', 'CONCLUDED', 'recipient', 'EXECUTED'],
  ['terminate', 'CONCLUDED', 'author', 'CONCLUDED'],
  ['terminate', 'CONCLUDED', 'recipient', 'CONCLUDED'],
  ['amend', 'CONCLUDED', 'author', 'CONCLUDED'],
  ['amend', 'CONCLUDED', 'recipient', 'CONCLUDED'],
  ['remind', 'ON_APPROVAL', 'author', 'ON_APPROVAL'],
  ['remind', 'ON_SIGNING', 'author', 'ON_SIGNING'],
  ['remind', 'ON_CONFIRMATION', 'author', 'ON_CONFIRMATION'],
  ['remind', 'ON_REVISION', 'recipient', 'ON_REVISION'],
  ['remind', 'PROJECT_APPROVED', 'recipient', 'PROJECT_APPROVED'],
  ['remind', 'SIGNED_BY_RECIPIENT', 'recipient', 'SIGNED_BY_RECIPIENT'],
  ...DOCUMENT_STATES.filter((status) => !['PROJECT_REJECTED', 'DELETED'].includes(status)).map(
    (status) => ['copy', status, 'author', status] as const,
  ),
];

describe('the lifecycle table of a contract', () => {
  const cells = DOCUMENT_ACTIONS.flatMap((action) =>
    DOCUMENT_STATES.flatMap((status) =>
      (['author', 'recipient'] as const).map((party) => ({ action, status, party })),
    ),
  );

  it.each(cells)('$action in $status by the $party is as domain.md says', ({ action, status, party }) => {
    const expected = ALLOWED.find((cell) => cell[0] === action && cell[1] === status && cell[2] === party);
    const verdict = evaluateTransition(
      contractTransitions,
      action,
      { status, party, permissions: everything },
      favourable,
    );
    expect(verdict.allowed ? verdict.to : 'refused').toBe(expected ? expected[3] : 'refused');
  });

  it('is sound as a graph', () => {
    expect(
      validateTable(contractTransitions, {
        statuses: DOCUMENT_STATES,
        initial: 'DRAFT',
        terminal: ['WITHDRAWN', 'EXECUTED', 'DELETED'],
      }),
    ).toEqual([]);
  });

  it('a table with a dead end, an unknown status and a double claim is refused', () => {
    const broken = {
      ...documentTransitions,
      approve: [
        { from: ['ON_APPROVAL'], to: 'NOWHERE', by: 'recipient', permission: 'documents:approve' },
        { from: ['ON_APPROVAL'], to: 'DRAFT', by: 'either', permission: 'documents:approve' },
      ],
    } as unknown as typeof documentTransitions;
    const defects = validateTable(broken, { statuses: DOCUMENT_STATES, initial: 'DRAFT', terminal: [] });
    expect(defects).toEqual(
      expect.arrayContaining([
        'approve: unknown status NOWHERE',
        'approve: two rows for ON_APPROVAL by recipient',
        'EXECUTED: nothing leads here',
        'WITHDRAWN: a dead end that is not terminal',
      ]),
    );
  });

  it('an annex is never sent back, and its approval names a responsible person', () => {
    expect(annexTransitions['request-revision']).toBeUndefined();
    expect(annexTransitions.reopen).toBeUndefined();
    const situation = { status: 'ON_APPROVAL', party: 'recipient', permissions: everything } as const;
    const facts = { ...favourable, responsibleNamed: false };
    expect(evaluateTransition(annexTransitions, 'approve', situation, facts)).toMatchObject({
      guard: 'responsible_required',
    });
  });
});

describe('guards', () => {
  const situation = { status: 'DRAFT', party: 'author', permissions: everything } as const;

  it('an incomplete draft offers its sending disabled, with the reason', () => {
    const facts = { ...favourable, missing: ['/number'] };
    const offered = offeredActions(contractTransitions, situation, facts);
    expect(offered).toContainEqual({ action: 'submit-approval', enabled: false, reason: 'incomplete' });
  });

  it('a draft that was never sent can be deleted and not withdrawn; once sent, the other way round', () => {
    const actions = (everSent: boolean) =>
      offeredActions(contractTransitions, situation, { ...favourable, everSent }).map(
        (offer) => offer.action,
      );
    expect(actions(false)).toContain('delete');
    expect(actions(false)).not.toContain('withdraw');
    expect(actions(true)).toContain('withdraw');
    expect(actions(true)).not.toContain('delete');
  });

  it('a rejected draft can only be deleted', () => {
    const rejected = { ...situation, status: 'PROJECT_REJECTED' } as const;
    expect(offeredActions(contractTransitions, rejected, favourable).map((offer) => offer.action)).toEqual([
      'delete',
    ]);
  });

  it('closing with open obligations asks for a comment and an acknowledgement', () => {
    const concluded = { ...situation, status: 'CONCLUDED' } as const;
    const open: DocumentFacts = { ...favourable, openObligations: [{ code: 'open_annex', count: 1 }] };
    const verdict = (facts: DocumentFacts) =>
      evaluateTransition(contractTransitions, 'close', concluded, facts);
    expect(verdict({ ...open, acknowledged: false })).toMatchObject({ guard: 'acknowledgement_required' });
    expect(verdict({ ...open, reason: '' })).toMatchObject({ guard: 'acknowledgement_required' });
    expect(verdict(open)).toMatchObject({ allowed: true, to: 'EXECUTED' });
  });

  it('a permission that is missing is told as such, not as a wrong status', () => {
    const observer = { ...situation, permissions: new Set(['documents:read'] as const) };
    expect(evaluateTransition(contractTransitions, 'submit-approval', observer, favourable)).toEqual({
      allowed: false,
      reason: 'no_permission',
      permission: 'documents:send',
    });
  });
});

import type { Permission } from '../access/permissions.js';
import type { By, Guard, Party, TransitionTable } from '../workflow/transition.js';
import { withoutStatus } from '../workflow/transition.js';
import type { DocumentAction } from './actions.js';
import type { DocumentFacts } from './facts.js';
import { AWAITED_PARTY, DOCUMENT_STATUSES, type DocumentState } from './status.js';

export type DocumentTransitions = TransitionTable<DocumentState, DocumentAction, DocumentFacts, Permission>;

type DocumentGuard = Guard<DocumentFacts>;

const isComplete: DocumentGuard = {
  code: 'incomplete',
  about: 'standing',
  holds: (facts) => facts.missing.length === 0 && facts.hasMainFile,
};
const hasScan: DocumentGuard = { code: 'scan_missing', about: 'standing', holds: (facts) => facts.hasScan };
const partnershipIsActive: DocumentGuard = {
  code: 'partnership_ended',
  about: 'standing',
  holds: (facts) => facts.partnershipActive,
};
const parentIsConcluded: DocumentGuard = {
  code: 'parent_not_concluded',
  about: 'standing',
  holds: ({ parentStatus }) => parentStatus === null || ['CONCLUDED', 'EXECUTED'].includes(parentStatus),
};
const parentIsOpen: DocumentGuard = {
  code: 'parent_closed',
  about: 'standing',
  holds: ({ parentStatus }) => parentStatus !== 'EXECUTED',
};
const neverSent: DocumentGuard = {
  code: 'already_sent',
  about: 'applicability',
  holds: (facts) => !facts.everSent,
};
const onceSent: DocumentGuard = {
  code: 'never_sent',
  about: 'applicability',
  holds: (facts) => facts.everSent,
};
const hasReason: DocumentGuard = {
  code: 'reason_required',
  about: 'input',
  field: '/reason',
  holds: (facts) => (facts.reason ?? '').length > 0,
};
const noTerminationOpen: DocumentGuard = {
  code: 'termination_open',
  about: 'standing',
  holds: (facts) => !facts.terminationOpen,
};
const obligationsAcknowledged: DocumentGuard = {
  code: 'acknowledgement_required',
  about: 'input',
  field: '/acknowledge',
  holds: (facts) =>
    facts.openObligations.length === 0 || (facts.acknowledged === true && (facts.reason ?? '').length > 0),
};
const notRemindedToday: DocumentGuard = {
  code: 'reminded_today',
  about: 'standing',
  holds: (facts) => !facts.remindedToday,
};
const responsibleIsNamed: DocumentGuard = {
  code: 'responsible_required',
  about: 'input',
  field: '/responsible/personId',
  holds: (facts) => facts.responsibleNamed === true,
};

/** What hangs on a contract lives as long as the contract is in force (domain.md §4.3–4.4). */
const parentAllows = [parentIsConcluded, parentIsOpen] as const;
const sendable = [partnershipIsActive, ...parentAllows, isComplete] as const;

/** A row per status for an action that leaves the status as it is. */
const inPlace = (
  statuses: readonly DocumentState[],
  by: Party,
  permission: Permission,
  ...guards: readonly DocumentGuard[]
) => statuses.map((status) => ({ from: [status], to: status, by, permission, guards }));

const copiedIn = (statuses: readonly DocumentState[]) => inPlace(statuses, 'author', 'documents:draft');

/** Statuses in which a party waits for the other one. */
const waitingFor = (party: Party) => DOCUMENT_STATUSES.filter((status) => AWAITED_PARTY[status] === party);

/**
 * The life of a contractual document, the common machine of domain.md §4.1 (manual §5, §7.2). Data only: a row
 * says from which statuses, to which, by whom, with which permission, under which guards. The order of the rows
 * is the order of the buttons; the numbers are those of the table in domain.md.
 */
export const documentTransitions: DocumentTransitions = {
  // 5
  approve: [
    {
      from: ['ON_APPROVAL'],
      to: 'PROJECT_APPROVED',
      by: 'recipient',
      permission: 'documents:approve',
      guards: parentAllows,
    },
  ],
  // 14, 15: the recipient signs first, the author last
  sign: [
    {
      from: ['ON_SIGNING'],
      to: 'SIGNED_BY_RECIPIENT',
      by: 'recipient',
      permission: 'documents:sign',
      guards: parentAllows,
    },
    {
      from: ['SIGNED_BY_RECIPIENT'],
      to: 'CONCLUDED',
      by: 'author',
      permission: 'documents:sign',
      guards: parentAllows,
    },
  ],
  // 18
  confirm: [
    {
      from: ['ON_CONFIRMATION'],
      to: 'CONCLUDED',
      by: 'recipient',
      permission: 'documents:confirm',
      guards: parentAllows,
    },
  ],
  // 2
  'submit-approval': [
    { from: ['DRAFT'], to: 'ON_APPROVAL', by: 'author', permission: 'documents:send', guards: sendable },
  ],
  // 3, 12: what was approved is a frozen revision, and that same revision goes for signing
  'submit-signing': [
    {
      from: ['PROJECT_APPROVED'],
      to: 'ON_SIGNING',
      by: 'author',
      permission: 'documents:send',
      guards: sendable,
    },
    { from: ['DRAFT'], to: 'ON_SIGNING', by: 'author', permission: 'documents:send', guards: sendable },
  ],
  // 4: only from «Проект»
  'submit-confirmation': [
    {
      from: ['DRAFT'],
      to: 'ON_CONFIRMATION',
      by: 'author',
      permission: 'documents:send',
      guards: [...sendable, hasScan],
    },
  ],
  // 8
  reopen: [{ from: ['ON_REVISION'], to: 'DRAFT', by: 'author', permission: 'documents:draft' }],
  // 9
  update: [{ from: ['DRAFT'], to: 'DRAFT', by: 'author', permission: 'documents:draft' }],
  // 13
  'return-to-draft': [
    { from: ['PROJECT_APPROVED'], to: 'DRAFT', by: 'author', permission: 'documents:draft' },
  ],
  // 6
  'request-revision': [
    {
      from: ['ON_APPROVAL'],
      to: 'ON_REVISION',
      by: 'recipient',
      permission: 'documents:approve',
      guards: [hasReason],
    },
  ],
  // 7
  reject: [
    {
      from: ['ON_APPROVAL'],
      to: 'PROJECT_REJECTED',
      by: 'recipient',
      permission: 'documents:approve',
      guards: [hasReason],
    },
  ],
  // 19
  'return-from-confirmation': [
    {
      from: ['ON_CONFIRMATION'],
      to: 'DRAFT',
      by: 'recipient',
      permission: 'documents:confirm',
      guards: [hasReason],
    },
  ],
  // 21: whoever's turn it is
  'decline-signing': [
    {
      from: ['ON_SIGNING'],
      to: 'DRAFT',
      by: 'recipient',
      permission: 'documents:approve',
      guards: [hasReason],
    },
    {
      from: ['SIGNED_BY_RECIPIENT'],
      to: 'DRAFT',
      by: 'author',
      permission: 'documents:approve',
      guards: [hasReason],
    },
  ],
  // 16, 17
  withdraw: [
    {
      from: ['ON_APPROVAL', 'ON_REVISION', 'PROJECT_APPROVED', 'ON_SIGNING', 'ON_CONFIRMATION'],
      to: 'WITHDRAWN',
      by: 'author',
      permission: 'documents:withdraw',
    },
    { from: ['DRAFT'], to: 'WITHDRAWN', by: 'author', permission: 'documents:withdraw', guards: [onceSent] },
  ],
  // whoever waits may remind the other side, once a day
  remind: [
    ...inPlace(waitingFor('recipient'), 'author', 'documents:send', notRemindedToday),
    ...inPlace(waitingFor('author'), 'recipient', 'documents:send', notRemindedToday),
  ],
  // a rejected project can only be deleted (manual §7.2.3)
  copy: copiedIn(
    DOCUMENT_STATUSES.filter((status) => status !== 'PROJECT_REJECTED' && status !== 'EXECUTED'),
  ),
  // 10, 11
  delete: [
    { from: ['PROJECT_REJECTED'], to: 'DELETED', by: 'author', permission: 'documents:draft' },
    { from: ['DRAFT'], to: 'DELETED', by: 'author', permission: 'documents:draft', guards: [neverSent] },
  ],
};

/** A step that begets a document hanging on this one; the contract itself stays as it is. */
const begets = (by: By, ...guards: readonly DocumentGuard[]) => [
  {
    from: ['CONCLUDED'] as const,
    to: 'CONCLUDED' as const,
    by,
    permission: 'documents:draft' as const,
    guards: [partnershipIsActive, ...guards],
  },
];

/**
 * Contracts can also be closed and changed, by either side (domain.md §4.2, manual §7, §8). A concluded termination
 * agreement closes its contract whatever obligations are open: both parties have signed it.
 */
export const contractTransitions: DocumentTransitions = {
  ...documentTransitions,
  close: [
    {
      from: ['CONCLUDED'],
      to: 'EXECUTED',
      by: 'either',
      permission: 'documents:close',
      guards: [noTerminationOpen, obligationsAcknowledged],
    },
  ],
  copy: [...(documentTransitions.copy ?? []), ...copiedIn(['EXECUTED'])],
  terminate: begets('either', noTerminationOpen),
  amend: begets('either'),
};

/** Under a framework contract its author also draws up annexes (domain.md §4.3). */
export const frameworkTransitions: DocumentTransitions = {
  ...contractTransitions,
  'add-annex': begets('author'),
};

/** An annex is approved or rejected, never sent back: it has no «Проект на доработке»; its approval names a responsible person (manual §10). */
export const annexTransitions: DocumentTransitions = {
  ...withoutStatus(documentTransitions, 'ON_REVISION'),
  approve: [
    {
      from: ['ON_APPROVAL'],
      to: 'PROJECT_APPROVED',
      by: 'recipient',
      permission: 'documents:approve',
      guards: [...parentAllows, responsibleIsNamed],
    },
  ],
};

import type { Permission } from '../access/permissions.js';
import type { Guard, TransitionTable } from '../workflow/transition.js';
import type { ApplicationAction } from './actions.js';
import type { ApplicationFacts } from './facts.js';
import type { ApplicationKind } from './kinds.js';
import type { ApplicationState } from './status.js';

export type ApplicationTransitions = TransitionTable<
  ApplicationState,
  ApplicationAction,
  ApplicationFacts,
  Permission
>;

type ApplicationGuard = Guard<ApplicationFacts>;

const isComplete: ApplicationGuard = {
  code: 'incomplete',
  about: 'standing',
  holds: ({ missing }) => missing.length === 0,
};
const recipientActs: ApplicationGuard = {
  code: 'recipient_without_account',
  about: 'standing',
  holds: (facts) => facts.recipientActs,
};
const notPartnersYet: ApplicationGuard = {
  code: 'already_partners',
  about: 'standing',
  holds: (facts) => !facts.partnershipActive,
};
const noOtherOpen: ApplicationGuard = {
  code: 'application_open',
  about: 'standing',
  holds: (facts) => !facts.anotherOpen,
};
const partnershipIsActive: ApplicationGuard = {
  code: 'partnership_ended',
  about: 'standing',
  holds: (facts) => facts.partnershipActive,
};
const isEducation: ApplicationGuard = {
  code: 'education_drafts',
  about: 'applicability',
  holds: ({ side }) => side === 'EDUCATION',
};
const noContractYet: ApplicationGuard = {
  code: 'contract_drafted',
  about: 'applicability',
  holds: (facts) => !facts.contractDrafted,
};
const hasReason: ApplicationGuard = {
  code: 'reason_required',
  about: 'input',
  field: '/reason',
  holds: ({ reason = '' }) => reason.length > 0,
};

/** The life both kinds share; they differ in what sending and accepting ask for (domain.md §4.5–4.6). */
const transitions = (
  toSend: readonly ApplicationGuard[],
  toAccept: readonly ApplicationGuard[],
): ApplicationTransitions => ({
  accept: [
    {
      from: ['SENT'],
      to: 'ACCEPTED',
      by: 'recipient',
      permission: 'applications:decide',
      guards: toAccept,
    },
  ],
  send: [
    {
      from: ['DRAFT'],
      to: 'SENT',
      by: 'author',
      permission: 'applications:send',
      guards: [recipientActs, ...toSend, isComplete],
    },
  ],
  'draft-contract': [
    {
      from: ['ACCEPTED'],
      to: 'ACCEPTED',
      by: 'either',
      permission: 'documents:draft',
      guards: [isEducation, noContractYet, partnershipIsActive],
    },
  ],
  update: [{ from: ['DRAFT'], to: 'DRAFT', by: 'author', permission: 'applications:draft' }],
  reject: [
    {
      from: ['SENT'],
      to: 'REJECTED',
      by: 'recipient',
      permission: 'applications:decide',
      guards: [hasReason],
    },
  ],
  withdraw: [{ from: ['SENT'], to: 'WITHDRAWN', by: 'author', permission: 'applications:send' }],
  delete: [{ from: ['DRAFT'], to: 'DELETED', by: 'author', permission: 'applications:draft' }],
});

/** The lifecycle of each kind of application, in the order of its buttons. */
export const APPLICATION_TRANSITIONS: Readonly<Record<ApplicationKind, ApplicationTransitions>> = {
  PARTNERSHIP: transitions([notPartnersYet, noOtherOpen], []),
  PRACTICE: transitions([partnershipIsActive], [partnershipIsActive]),
};

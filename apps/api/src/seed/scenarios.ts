import type { DocumentKind, DocumentStatus } from '@praktika/contracts';
import type { DemoOrganizationKey } from '../modules/organizations/seed/index.js';

/** One press of a button in the life of a demo document. */
export type Act =
  | {
      readonly do: 'submit-approval' | 'submit-signing';
      /** The author changes the text first: a new file, the next revision. */
      readonly edited?: true;
    }
  | { readonly do: 'submit-confirmation' | 'approve' | 'sign' | 'reopen' | 'confirm' | 'withdraw' | 'close' }
  | {
      readonly do: 'request-revision' | 'reject' | 'decline-signing' | 'return-from-confirmation';
      readonly reason: string;
    };

/** An act, by whom, and how many days after the one before. */
export type Step = readonly [days: number, by: 'author' | 'recipient', act: Act];

/** A document of the demo and how it came to where it stands. */
export interface Scenario {
  readonly kind: DocumentKind;
  readonly employer: DemoOrganizationKey;
  readonly education: DemoOrganizationKey;
  /** Whose document it is. */
  readonly author: 'employer' | 'education';
  readonly route: keyof typeof ROUTES;
  /** Days between its last step and now. */
  readonly restsFor: number;
  /** Names it for those that hang on it. */
  readonly name?: string;
  /** The name of the document it hangs on, which comes before it in the list. */
  readonly parent?: string;
}

const sent: Step = [1, 'author', { do: 'submit-approval' }];
const approved: Step = [2, 'recipient', { do: 'approve' }];
const forSigning: Step = [1, 'author', { do: 'submit-signing' }];
const returned: Step = [
  2,
  'recipient',
  { do: 'request-revision', reason: 'Уточните сроки практики и добавьте перечень помещений.' },
];
const reopened: Step = [1, 'author', { do: 'reopen' }];
const sentAgain: Step = [1, 'author', { do: 'submit-approval', edited: true }];
const signedByRecipient: Step = [2, 'recipient', { do: 'sign' }];
const signedByAuthor: Step = [1, 'author', { do: 'sign' }];
const onPaper: Step = [2, 'author', { do: 'submit-confirmation' }];

/** Where a document ends and the steps there, through the same commands people use. */
export const ROUTES = {
  draft: [],
  onApproval: [sent],
  onApprovalAgain: [sent, returned, reopened, sentAgain],
  onRevision: [sent, returned],
  reworked: [sent, returned, reopened],
  rejected: [sent, [3, 'recipient', { do: 'reject', reason: 'В этом семестре мест для практикантов нет.' }]],
  approved: [sent, approved],
  onSigning: [sent, approved, forSigning],
  onSigningAtOnce: [forSigning],
  signedByRecipient: [sent, approved, forSigning, signedByRecipient],
  declined: [
    sent,
    approved,
    forSigning,
    [1, 'recipient', { do: 'decline-signing', reason: 'Изменился банковский счёт, нужна новая редакция.' }],
  ],
  onConfirmation: [onPaper],
  returnedFromConfirmation: [
    onPaper,
    [2, 'recipient', { do: 'return-from-confirmation', reason: 'На скане нет второй страницы.' }],
  ],
  concluded: [sent, approved, forSigning, signedByRecipient, signedByAuthor],
  concludedAfterRework: [
    sent,
    returned,
    reopened,
    sentAgain,
    approved,
    forSigning,
    signedByRecipient,
    signedByAuthor,
  ],
  concludedOnPaper: [onPaper, [2, 'recipient', { do: 'confirm' }]],
  executed: [
    sent,
    approved,
    forSigning,
    signedByRecipient,
    signedByAuthor,
    [60, 'recipient', { do: 'close' }],
  ],
  withdrawn: [sent, [2, 'author', { do: 'withdraw' }]],
  withdrawnFromSigning: [sent, approved, forSigning, [3, 'author', { do: 'withdraw' }]],
} as const satisfies Record<string, readonly Step[]>;

/** The status each route ends in. */
export const ENDS: Readonly<Record<keyof typeof ROUTES, DocumentStatus>> = {
  draft: 'DRAFT',
  onApproval: 'ON_APPROVAL',
  onApprovalAgain: 'ON_APPROVAL',
  onRevision: 'ON_REVISION',
  reworked: 'DRAFT',
  rejected: 'PROJECT_REJECTED',
  approved: 'PROJECT_APPROVED',
  onSigning: 'ON_SIGNING',
  onSigningAtOnce: 'ON_SIGNING',
  signedByRecipient: 'SIGNED_BY_RECIPIENT',
  declined: 'DRAFT',
  onConfirmation: 'ON_CONFIRMATION',
  returnedFromConfirmation: 'DRAFT',
  concluded: 'CONCLUDED',
  concludedAfterRework: 'CONCLUDED',
  concludedOnPaper: 'CONCLUDED',
  executed: 'EXECUTED',
  withdrawn: 'WITHDRAWN',
  withdrawnFromSigning: 'WITHDRAWN',
};

type Pair = readonly [employer: DemoOrganizationKey, education: DemoOrganizationKey];

const ROMASHKA_SZGU: Pair = ['romashka', 'szgu'];
const ROMASHKA_ZKIT: Pair = ['romashka', 'zkit'];
const VECTOR_SZGU: Pair = ['vector', 'szgu'];
const LUGOV_SZGU: Pair = ['lugov', 'szgu'];
const LUGOV_ZKIT: Pair = ['lugov', 'zkit'];

const along = (
  [employer, education]: Pair,
  routes: readonly (readonly [keyof typeof ROUTES, number, name?: string])[],
): readonly Scenario[] =>
  routes.map(([route, restsFor, name]) => ({
    kind: 'PERIOD_CONTRACT',
    author: 'education',
    employer,
    education,
    route,
    restsFor,
    name,
  }));

/** A document that hangs on another, or a framework contract. */
const other = (
  [employer, education]: Pair,
  kind: DocumentKind,
  route: keyof typeof ROUTES,
  restsFor: number,
  more: Pick<Scenario, 'name' | 'parent'> & { readonly author?: Scenario['author'] } = {},
): Scenario => ({ author: 'education', ...more, kind, employer, education, route, restsFor });

/**
 * Every document of the demo, oldest numbers first. The pair of the walk always has some on approval and some on
 * signing; several wait for a signature longer than four days, so that the daily reminder is at work.
 */
export const SCENARIOS: readonly Scenario[] = [
  ...along(ROMASHKA_SZGU, [
    ['executed', 120],
    ['executed', 75],
    ['concluded', 40, 'amended'],
    ['concludedAfterRework', 22],
    ['concludedOnPaper', 30],
    ['concluded', 12, 'to be terminated'],
    ['rejected', 25],
    ['withdrawn', 18],
    ['withdrawnFromSigning', 9],
    ['signedByRecipient', 6],
    ['signedByRecipient', 1],
    ['onSigning', 8],
    ['onSigning', 5],
    ['onSigningAtOnce', 1],
    ['onApproval', 3],
    ['onApprovalAgain', 1],
    ['onApproval', 1],
    ['approved', 2],
    ['onRevision', 2],
    ['declined', 4],
    ['onConfirmation', 3],
    ['draft', 1],
  ]),
  ...along(ROMASHKA_ZKIT, [
    ['concluded', 35],
    ['concludedOnPaper', 50],
    ['onSigning', 7],
    ['onApproval', 2],
    ['onConfirmation', 1],
    ['returnedFromConfirmation', 5],
  ]),
  ...along(VECTOR_SZGU, [
    ['executed', 90],
    ['concluded', 20, 'ending'],
    ['onSigning', 6],
    ['signedByRecipient', 5],
    ['onApproval', 4],
    ['reworked', 2],
    ['rejected', 11],
  ]),
  ...along(LUGOV_SZGU, [
    ['concluded', 15],
    ['onSigning', 2],
    ['approved', 3],
    ['onApproval', 1],
  ]),
  ...along(LUGOV_ZKIT, [
    ['onSigning', 10],
    ['onRevision', 6],
    ['draft', 2],
  ]),
  other(ROMASHKA_SZGU, 'FRAMEWORK_CONTRACT', 'concluded', 60, { name: 'framework' }),
  other(ROMASHKA_SZGU, 'FRAMEWORK_ANNEX', 'concludedOnPaper', 21, { parent: 'framework' }),
  other(ROMASHKA_SZGU, 'FRAMEWORK_ANNEX', 'onSigningAtOnce', 5, { parent: 'framework' }),
  other(ROMASHKA_SZGU, 'FRAMEWORK_ANNEX', 'onApproval', 2, { parent: 'framework' }),
  other(ROMASHKA_SZGU, 'SUPPLEMENTARY_AMENDMENT', 'concluded', 9, { parent: 'amended' }),
  other(ROMASHKA_SZGU, 'SUPPLEMENTARY_AMENDMENT', 'onApproval', 1, { parent: 'amended', author: 'employer' }),
  other(ROMASHKA_SZGU, 'SUPPLEMENTARY_TERMINATION', 'onApproval', 2, { parent: 'to be terminated' }),
  other(VECTOR_SZGU, 'FRAMEWORK_CONTRACT', 'onSigning', 3),
  other(VECTOR_SZGU, 'SUPPLEMENTARY_TERMINATION', 'signedByRecipient', 1, {
    parent: 'ending',
    author: 'employer',
  }),
];

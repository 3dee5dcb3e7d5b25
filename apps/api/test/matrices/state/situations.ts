import type { DocumentFacts, DocumentStatus } from '@praktika/contracts';
import type { DocumentCardDto } from '../../../src/modules/documents/index.js';
import type { Blueprint, Documents, TestApp, TestSigning } from '../../support/index.js';

/** What the makers of situations need. */
export interface Workshop {
  readonly test: TestApp;
  readonly documents: Documents;
  readonly signing: TestSigning;
}

/** A column of the matrix: a status, and what of the document's past the guards look at. */
export interface Situation {
  readonly status: DocumentStatus;
  /** Standing facts, written down by hand and not read from the code under test. */
  readonly facts: DocumentFacts;
  readonly make: (workshop: Workshop) => Promise<DocumentCardDto>;
}

const COMPLETE: DocumentFacts = {
  missing: [],
  hasMainFile: true,
  hasScan: true,
  everSent: true,
  parentStatus: null,
  partnershipActive: true,
  openObligations: [],
  remindedToday: false,
  terminationOpen: false,
};

const REASON = { reason: 'Уточните сроки' };

const inStatus =
  (status: Exclude<DocumentStatus, 'SIGNED_BY_RECIPIENT'>) =>
  ({ documents }: Workshop) =>
    documents.inStatus(status);

/** Sent once and with its author again. */
async function returned({ documents }: Workshop): Promise<DocumentCardDto> {
  const card = await documents.inStatus('ON_REVISION');
  return documents.walk(card, [['author', 'reopen']]);
}

async function signedByRecipient({ documents, signing }: Workshop): Promise<DocumentCardDto> {
  return signing.sign(await documents.inStatus('ON_SIGNING'), documents.organization('recipient'));
}

/** Sent for signing, declined by the recipient: the reason and the revision stay, the draft is the author's. */
async function declined({ documents }: Workshop): Promise<DocumentCardDto> {
  const card = await documents.inStatus('ON_SIGNING');
  await documents.walk(card, [['recipient', 'decline-signing', REASON]]);
  const author = await documents.author();
  return (await author.get(`/documents/${card.id}`)).body as DocumentCardDto;
}

async function concludedBySignatures(workshop: Workshop): Promise<DocumentCardDto> {
  return workshop.signing.sign(await signedByRecipient(workshop), workshop.documents.organization('author'));
}

const sent = (status: Exclude<DocumentStatus, 'SIGNED_BY_RECIPIENT'>): Situation => ({
  status,
  facts: COMPLETE,
  make: inStatus(status),
});

/** Every status of the machine, «Проект» in each of its four kinds, «Заключен» by each of its two roads. */
export const SITUATIONS = {
  'a new draft': { status: 'DRAFT', facts: { ...COMPLETE, everSent: false }, make: inStatus('DRAFT') },
  'an incomplete draft': {
    status: 'DRAFT',
    facts: { ...COMPLETE, everSent: false, missing: ['/terms/premises'], hasMainFile: false, hasScan: false },
    make: ({ documents }) => documents.draft({ terms: {}, files: [] }),
  },
  'a draft sent back': { status: 'DRAFT', facts: COMPLETE, make: returned },
  'a draft whose signing was declined': { status: 'DRAFT', facts: COMPLETE, make: declined },
  'on approval': sent('ON_APPROVAL'),
  'on revision': sent('ON_REVISION'),
  'a rejected project': sent('PROJECT_REJECTED'),
  'an approved project': sent('PROJECT_APPROVED'),
  'on signing': sent('ON_SIGNING'),
  'signed by the recipient': { status: 'SIGNED_BY_RECIPIENT', facts: COMPLETE, make: signedByRecipient },
  'on confirmation': sent('ON_CONFIRMATION'),
  'concluded on paper': sent('CONCLUDED'),
  'concluded by signatures': { status: 'CONCLUDED', facts: COMPLETE, make: concludedBySignatures },
  executed: sent('EXECUTED'),
  withdrawn: sent('WITHDRAWN'),
} as const satisfies Record<string, Situation>;

export type SituationName = keyof typeof SITUATIONS;

/** The situations a kind of document can be in. */
export type Situations = Readonly<Partial<Record<SituationName, Situation>>>;

/**
 * Those of a kind: only contracts are ever executed, an annex is never sent back. What hangs on another document has
 * a parent in force.
 */
export function situationsOf(blueprint: Blueprint): Situations {
  const isContract = blueprint.resource === 'contracts';
  const leftOut: readonly SituationName[] = [
    ...(isContract ? [] : (['executed'] as const)),
    ...(blueprint.kind === 'FRAMEWORK_ANNEX' ? (['on revision', 'a draft sent back'] as const) : []),
  ];
  const parentStatus = isContract ? null : ('CONCLUDED' as const);
  const kept = Object.entries(SITUATIONS)
    .filter(([name]) => !leftOut.includes(name as SituationName))
    .map(([name, situation]) => [name, { ...situation, facts: { ...situation.facts, parentStatus } }]);
  return Object.fromEntries(kept) as Situations;
}

import { isContract, type DocumentStatus } from '@praktika/contracts';
import type { DocumentCard } from '../../../app/api/models.js';

export type StepKey =
  | 'draft'
  | 'approval'
  | 'recipientSigns'
  | 'authorSigns'
  | 'confirmation'
  | 'concluded'
  | 'executed'
  | 'rejected'
  | 'withdrawn';

export interface ProgressStep {
  key: StepKey;
  state: 'done' | 'current' | 'todo' | 'stopped';
  /** Instant shown under the step, when known. */
  at?: string | null;
}

type ProgressFacts = Pick<
  DocumentCard,
  'kind' | 'status' | 'signedOutside' | 'sentForSigningAt' | 'concludedAt' | 'closedAt' | 'signatures'
>;

const ELECTRONIC: readonly StepKey[] = [
  'draft',
  'approval',
  'recipientSigns',
  'authorSigns',
  'concluded',
  'executed',
];
const ON_PAPER: readonly StepKey[] = ['draft', 'confirmation', 'concluded', 'executed'];

/** Which step each status stands on; a concluded contract has passed «Заключен» and waits for the last. */
const CURRENT: Readonly<Record<DocumentStatus, StepKey>> = {
  DRAFT: 'draft',
  ON_APPROVAL: 'approval',
  ON_REVISION: 'draft',
  PROJECT_REJECTED: 'rejected',
  PROJECT_APPROVED: 'approval',
  ON_SIGNING: 'recipientSigns',
  SIGNED_BY_RECIPIENT: 'authorSigns',
  ON_CONFIRMATION: 'confirmation',
  CONCLUDED: 'concluded',
  EXECUTED: 'executed',
  WITHDRAWN: 'withdrawn',
};

/** Statuses that have finished the step they stand on. */
const FINISHED: readonly DocumentStatus[] = ['PROJECT_APPROVED', 'CONCLUDED', 'EXECUTED'];

/**
 * The line of steps of a document: electronic or on paper, with the recipient's signature before the author's. A
 * rejected or withdrawn document stops after the steps it is known to have passed.
 */
export function progressOf(document: ProgressFacts): ProgressStep[] {
  const { status } = document;
  if (status === 'PROJECT_REJECTED') {
    return [
      { key: 'draft', state: 'done' },
      { key: 'rejected', state: 'stopped' },
    ];
  }
  if (status === 'WITHDRAWN') {
    const sent: ProgressStep[] = document.sentForSigningAt ? [{ key: 'approval', state: 'done' }] : [];
    return [{ key: 'draft', state: 'done' }, ...sent, { key: 'withdrawn', state: 'stopped' }];
  }
  const whole = document.signedOutside || status === 'ON_CONFIRMATION' ? ON_PAPER : ELECTRONIC;
  // contracts alone are closed
  const line = isContract(document.kind) ? whole : whole.filter((key) => key !== 'executed');
  const at = line.indexOf(CURRENT[status]);
  return line.map((key, index) => ({
    key,
    state: stateOf(index, at, FINISHED.includes(status)),
    at: instantOf(key, document),
  }));
}

function stateOf(index: number, current: number, finished: boolean): ProgressStep['state'] {
  if (index < current || (index === current && finished)) return 'done';
  if (index === current) return 'current';
  return 'todo';
}

function instantOf(key: StepKey, document: ProgressFacts): string | null | undefined {
  const signed = (role: 'author' | 'recipient') =>
    document.signatures.find((signature) => signature.role === role)?.receivedAt;
  switch (key) {
    case 'recipientSigns':
      return signed('recipient');
    case 'authorSigns':
      return signed('author');
    case 'concluded':
      return document.concludedAt;
    case 'executed':
      return document.closedAt;
    default:
      return undefined;
  }
}

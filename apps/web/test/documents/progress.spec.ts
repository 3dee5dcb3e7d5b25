import { DOCUMENT_STATUSES } from '@praktika/contracts';
import { describe, expect, it } from 'vitest';
import { progressOf } from '../../src/features/documents/model/progress.js';
import { documentCard } from '../document-card.js';

const line = (part: Parameters<typeof documentCard>[0]) =>
  progressOf(documentCard(part)).map(({ key, state }) => `${key}:${state}`);

describe('the line of steps', () => {
  it('puts the recipient’s signature before the author’s', () => {
    expect(line({ status: 'SIGNED_BY_RECIPIENT' })).toEqual([
      'draft:done',
      'approval:done',
      'recipientSigns:done',
      'authorSigns:current',
      'concluded:todo',
      'executed:todo',
    ]);
  });

  it('leaves out the signatures of a contract signed on paper', () => {
    expect(line({ status: 'CONCLUDED', signedOutside: true })).toEqual([
      'draft:done',
      'confirmation:done',
      'concluded:done',
      'executed:todo',
    ]);
  });

  it('stops where a document was rejected or withdrawn', () => {
    expect(line({ status: 'PROJECT_REJECTED' }).at(-1)).toBe('rejected:stopped');
    expect(line({ status: 'WITHDRAWN' }).at(-1)).toBe('withdrawn:stopped');
  });

  it.each(DOCUMENT_STATUSES)('has at most one present step for %s', (status) => {
    const present = progressOf(documentCard({ status })).filter(({ state }) => state === 'current');
    expect(present.length).toBeLessThanOrEqual(1);
  });
});

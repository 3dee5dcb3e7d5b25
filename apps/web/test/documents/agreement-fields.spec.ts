import { describe, expect, it } from 'vitest';
import {
  agreementDraftFaults,
  agreementFromCard,
  agreementPointer,
  agreementSendingFaults,
  draftFromAgreement,
  emptyAgreement,
  emptyChange,
} from '../../src/features/documents/model/agreement-fields.js';
import { documentCard } from '../document-card.js';

const TODAY = '2026-11-22';
const amendment = (...changes: Partial<ReturnType<typeof emptyChange>>[]) => ({
  ...emptyAgreement('SUPPLEMENTARY_AMENDMENT', TODAY),
  changes: changes.map((change) => ({ ...emptyChange(), ...change })),
});

describe('the form of a supplementary agreement', () => {
  it('bears today’s date and asks for number and file, on paper for a scan too', () => {
    const fields = emptyAgreement('SUPPLEMENTARY_TERMINATION', TODAY);
    expect(fields.date).toBe(TODAY);
    expect(agreementSendingFaults(fields, false).map(({ pointer }) => pointer)).toEqual([
      '/number',
      '/files',
    ]);
    expect(agreementSendingFaults(fields, true).map(({ pointer }) => pointer)).toContain('/scan');
  });

  it('sends the terms of its own kind alone', () => {
    const fields = {
      ...amendment({ term: 'seats', effectiveFrom: '2026-12-01', seats: '17' }),
      reason: 'Лишнее',
    };
    expect(draftFromAgreement(fields).terms).toEqual({
      changes: [{ term: 'seats', effectiveFrom: '2026-12-01', seats: 17 }],
    });
    expect(draftFromAgreement({ ...fields, kind: 'SUPPLEMENTARY_TERMINATION' }).terms).toEqual({
      reason: 'Лишнее',
    });
  });

  it('a draft is stored without a blank line, and kept by a half of one is complained of', () => {
    expect(agreementDraftFaults(amendment({}))).toEqual([]);
    expect(agreementDraftFaults(amendment({ term: 'seats' }))).toEqual([
      { pointer: '/terms/changes/0/effectiveFrom', code: 'change_date' },
    ]);
    expect(agreementDraftFaults(amendment({ effectiveFrom: '2026-12-01' }))).toEqual([
      { pointer: '/terms/changes/0/term', code: 'change_term' },
    ]);
    expect(agreementDraftFaults(amendment({ term: 'seats', effectiveFrom: '2026-12-01' }))).toEqual([
      { pointer: '/terms/changes/0/seats', code: 'value_required' },
    ]);
  });

  it('a blank line is complained of before sending, where it stands', () => {
    const lines = amendment({ term: 'seats', effectiveFrom: '2026-12-01', seats: '1' }, {});
    const pointers = agreementSendingFaults(lines, false).map(({ pointer }) => pointer);
    expect(pointers).toEqual([
      '/number',
      '/terms/changes/1/term',
      '/terms/changes/1/effectiveFrom',
      '/files',
    ]);
    const termination = { ...lines, kind: 'SUPPLEMENTARY_TERMINATION' as const };
    expect(agreementSendingFaults(termination, false).map(({ pointer }) => pointer)).toEqual([
      '/number',
      '/files',
    ]);
  });

  it('points at the line on the screen, blank lines before it counted', () => {
    const fields = amendment(
      {},
      { term: 'seats', effectiveFrom: '2026-12-01', seats: '1' },
      { term: 'seats', effectiveFrom: '2026-12-01', seats: '2' },
    );
    expect(agreementDraftFaults(fields)).toEqual([
      { pointer: '/terms/changes/2/term', code: 'changed_twice' },
    ]);
    expect(agreementPointer('/terms/changes/0', fields)).toBe('/terms/changes/1');
    expect(agreementPointer('/number', fields)).toBe('/number');
  });

  it.each([
    { term: 'period' as const, period: { validFrom: '2026-12-01', validTo: '2027-01-31' } },
    { term: 'premises' as const, premises: [{ name: 'Цех 2', address: 'Лесная, 1' }] },
    { term: 'responsible' as const, responsible: { fullName: 'Иванова А. А.', phone: '1' } },
    { term: 'employerConditions' as const, employerConditions: 'Пропуск' },
  ])('what is stored of «$term» comes back unchanged', (value) => {
    const changes = [{ effectiveFrom: '2026-12-01', ...value }];
    const card = documentCard({ kind: 'SUPPLEMENTARY_AMENDMENT', terms: { changes } });
    expect(draftFromAgreement(agreementFromCard(card)).terms).toEqual({ changes });
  });
});

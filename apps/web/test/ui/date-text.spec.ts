import { describe, expect, it } from 'vitest';
import { isoFromTyped, maskDate, typedFromIso } from '../../src/ui/date-text.js';

describe('a typed date', () => {
  it.each([
    ['01112026', '01.11.2026'],
    ['011', '01.1'],
    ['2026-11-01', '01.11.2026'],
    ['1.9.2026', '01.09.2026'],
    ['01/11/2026', '01.11.2026'],
    ['01.11.20265', '01.11.2026'],
  ])('«%s» is shown as «%s»', (typed, shown) => {
    expect(maskDate(typed)).toBe(shown);
  });

  it('is a date only when complete and existing', () => {
    expect(isoFromTyped('29.02.2028')).toBe('2028-02-29');
    expect(isoFromTyped('29.02.2027')).toBe('');
    expect(isoFromTyped('31.04.2026')).toBe('');
    expect(isoFromTyped('01.11.202')).toBe('');
  });

  it('comes back from storage as it was typed', () => {
    expect(typedFromIso('2026-11-01')).toBe('01.11.2026');
    expect(typedFromIso('')).toBe('');
  });
});

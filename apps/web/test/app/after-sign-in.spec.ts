import { describe, expect, it } from 'vitest';
import { safeNext } from '../../src/features/auth/components/after-sign-in.js';

describe('the address to return to after sign-in', () => {
  it.each(['/documents/1?action=sign', '/'])('keeps %s, a page of this site', (address) => {
    expect(safeNext(address)).toBe(address);
  });

  it.each([
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    'javascript:alert(1)',
    undefined,
    ['/a'],
  ])('refuses %s', (address) => {
    expect(safeNext(address)).toBe('/');
  });
});

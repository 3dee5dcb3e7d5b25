import { sharedBuffers } from '../postgres/memory.mjs';

const GIGABYTE = 1024 ** 3;

describe('Memory for PostgreSQL', () => {
  test.each([
    ['no less than its own default', 0.4, '128MB'],
    ['a quarter of a small machine', 2, '512MB'],
    ['a quarter of a machine of eight gigabytes', 8, '2048MB'],
    ['no more than that on a large one', 64, '2048MB'],
  ])('is %s', (_, gigabytes, value) => {
    expect(sharedBuffers(gigabytes * GIGABYTE)).toBe(value);
  });

  test('is what the machine or the container at hand can spare', () => {
    expect(sharedBuffers()).toMatch(/^\d{3,4}MB$/);
  });
});

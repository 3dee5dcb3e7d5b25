import { validate, version } from 'uuid';
import { newId } from '../../src/core/ids/index.js';

describe('ids', () => {
  it('are UUIDv7, never the same, and sort in the order they were made', () => {
    // more than the stock of randomness, and many within one millisecond
    const ids = Array.from({ length: 20_000 }, () => newId());
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.every((id) => validate(id) && version(id) === 7)).toBe(true);
    expect([...ids].sort()).toEqual(ids);
  });

  it('differ in their random part from one to the next', () => {
    const tails = Array.from({ length: 1_000 }, () => newId().slice(24));
    expect(new Set(tails).size).toBe(tails.length);
  });
});

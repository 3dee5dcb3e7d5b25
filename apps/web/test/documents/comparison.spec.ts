import { describe, expect, it } from 'vitest';
import { passagesOf } from '../../src/features/documents/model/text-passages.js';

const long = 'слово '.repeat(200);

describe('the passages of a compared text', () => {
  it('long unchanged stretches are left out but for what stands around a change', () => {
    const passages = passagesOf([
      { kind: 'SAME', text: long },
      { kind: 'ADDED', text: 'новое' },
      { kind: 'SAME', text: long },
    ]);
    expect(passages.map(({ kind }) => kind)).toEqual(['LEFT_OUT', 'SAME', 'ADDED', 'SAME', 'LEFT_OUT']);
    const shown = passages.reduce(
      (sum, passage) => sum + (passage.kind === 'LEFT_OUT' ? passage.characters : passage.text.length),
      0,
    );
    expect(shown).toBe(2 * long.length + 'новое'.length);
  });

  it('a short stretch between two changes stays whole', () => {
    const parts = [
      { kind: 'REMOVED', text: 'а' },
      { kind: 'SAME', text: ' и ' },
      { kind: 'ADDED', text: 'б' },
    ] as const;
    expect(passagesOf(parts)).toEqual(parts);
  });
});

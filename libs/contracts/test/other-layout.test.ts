import { otherLayout } from '../src/index.js';

describe('a text typed in the other layout', () => {
  it.each([
    ['ghbdtn', 'привет'],
    ['Hjvfirf', 'Ромашка'],
    ['`krf', 'ёлка'],
    ['[jkjl', 'холод'],
    [',.hj', 'бюро'],
    ['ВЩСЫ', 'DOCS'],
    ['щщщ', 'ooo'],
    ['ghfrnbrf 2026', 'практика 2026'],
    ['ООО hjvfirf', 'ООО ромашка'],
    ['gg-12', 'пп-12'],
  ])('%s is %s', (typed, meant) => {
    expect(otherLayout(typed)).toBe(meant);
  });

  it.each(['', '7712345678', '12.03.2026', '№ 4 / 2', '100 %'])('%s means itself', (text) => {
    expect(otherLayout(text)).toBe(text);
  });

  it('twice is what was typed, whatever the sign', () => {
    const words = ['привет', 'Съешь', 'ещё', 'этих', 'мягких', 'французских', 'булок'];
    for (const word of words) expect(otherLayout(otherLayout(word))).toBe(word);
  });
});

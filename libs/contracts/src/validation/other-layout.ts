/** Keys of a keyboard in the order of their rows, as two layouts type them, without Shift and with it. */
const LATIN = '`qwertyuiop[]asdfghjkl;\'zxcvbnm,./~QWERTYUIOP{}ASDFGHJKL:"ZXCVBNM<>?';
const RUSSIAN = 'ёйцукенгшщзхъфывапролджэячсмитьбю.ЁЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ,';

const keysOf = (from: string, to: string) =>
  new Map([...from].map((sign, place) => [sign, to.charAt(place)]));

const toRussian = keysOf(LATIN, RUSSIAN);
const toLatin = keysOf(RUSSIAN, LATIN);

const HAS_LATIN = /[a-z]/i;
const HAS_RUSSIAN = /[а-яё]/i;

/**
 * What was meant if the keyboard was in its other layout: `ghbdtn` → `привет`, `щщщ` → `ooo`. Words of Latin letters
 * become Russian ones; a text without any becomes Latin. Words without letters stay as they are, so a text that is
 * nothing but numbers comes back unchanged.
 */
export function otherLayout(text: string): string {
  const [mistaken, keys] = HAS_LATIN.test(text) ? [HAS_LATIN, toRussian] : [HAS_RUSSIAN, toLatin];
  const retyped = (word: string) => [...word].map((sign) => keys.get(sign) ?? sign).join('');
  return text.replace(/\S+/g, (word) => (mistaken.test(word) ? retyped(word) : word));
}

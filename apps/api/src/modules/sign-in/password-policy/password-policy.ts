import type { FieldError } from '@praktika/contracts';
import { COMMON_PASSWORDS } from './common-passwords.js';

/** Lengths of the policy `modern` (reliability.md §1.10); counted in Unicode characters. */
export const PASSWORD_LENGTH = { least: 12, most: 128 } as const;

/** Words of the product's own name, guessed first by whoever attacks it. */
const PRODUCT_WORDS = ['praktika', 'практика'];
/** What must remain of a password once the words everybody knows are taken out. */
const UNGUESSED_SIGNS = 8;
/** A short block written again and again, such as `abcabcabcabc`. */
const REPEATED_BLOCK = /^(.{1,4})\1+.{0,3}$/u;

/**
 * The policy `modern`: long rather than complicated, no rotation, nothing that leaked lists or the person's own
 * data give away.
 *
 * @param known words an attacker knows about the person: names, e-mail, organization
 * @returns what is wrong, for the field `pointer`; undefined when the password is good enough
 */
export function passwordFault(
  password: string,
  known: readonly string[],
  pointer: string,
): FieldError | undefined {
  const fault = (code: string, detail: string) => ({ pointer, code, detail });
  const length = [...password].length;
  if (length < PASSWORD_LENGTH.least) {
    return fault(
      'password_too_short',
      `Не короче ${PASSWORD_LENGTH.least} знаков: подойдёт фраза из нескольких слов.`,
    );
  }
  if (length > PASSWORD_LENGTH.most) {
    return fault('password_too_long', `Не длиннее ${PASSWORD_LENGTH.most} знаков.`);
  }
  const lower = password.toLowerCase();
  if (COMMON_PASSWORDS.has(lower) || REPEATED_BLOCK.test(lower)) {
    return fault('password_common', 'Такой пароль легко угадать: он есть в списках утечек или повторяется.');
  }
  if ([...withoutWords(lower, [...PRODUCT_WORDS, ...known])].length < UNGUESSED_SIGNS) {
    return fault('password_personal', 'Пароль состоит из вашего имени, адреса или названия сервиса.');
  }
  return undefined;
}

/** The text without the given words; those of less than four letters say nothing. */
function withoutWords(text: string, words: readonly string[]): string {
  return words
    .flatMap((word) => word.toLowerCase().split(/[^\p{L}\p{N}]+/u))
    .filter((word) => word.length >= 4)
    .reduce((rest, word) => rest.replaceAll(word, ''), text);
}

import { randomInt } from 'node:crypto';

/** Letters and digits that cannot be taken for one another when read aloud or from paper. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';
const GROUPS = 4;
const GROUP_LENGTH = 4;

/** A password for the first sign-in alone, such as `k7dm-q2xh-9pwr-c4ta`: 79 bits. */
export function makeTemporaryPassword(): string {
  const sign = () => ALPHABET.charAt(randomInt(ALPHABET.length));
  const group = () => Array.from({ length: GROUP_LENGTH }, sign).join('');
  return Array.from({ length: GROUPS }, group).join('-');
}

import { createHash, randomInt } from 'node:crypto';
import { crc32 } from 'node:zlib';

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const PREFIX = 'prk_live_';

/** 27 signs of 62 are 160.7 bits: no guess and no dictionary reaches them, so a plain SHA-256 is enough at rest. */
const SECRET_LENGTH = 27;
/** 62^6 is just above 2^32. */
const CHECKSUM_LENGTH = 6;

const SHAPE = new RegExp(`^(${PREFIX}[0-9A-Za-z]{${SECRET_LENGTH}})_([0-9A-Za-z]{${CHECKSUM_LENGTH}})$`);

/** A new API token: `prk_live_<secret>_<CRC32>` (api.md, Tokens). The only moment its text is known to us. */
export function makeApiToken(): string {
  const secret = Array.from({ length: SECRET_LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
  return `${PREFIX}${secret}_${checksum(PREFIX + secret)}`;
}

/** Can this text be a token at all? Typos and scanners end here, before the database is asked. */
export function isWellFormedApiToken(text: string): boolean {
  const match = SHAPE.exec(text);
  return match?.[1] !== undefined && checksum(match[1]) === match[2];
}

/** What the database keeps and looks up. */
export const hashApiToken = (token: string): Buffer => createHash('sha256').update(token).digest();

/** What lists show of a token: enough to recognise it, not enough to use it. */
export const describeApiToken = (token: string) => ({ prefix: PREFIX, lastFour: token.slice(-4) });

/** CRC32 in base 62, padded to a fixed length. */
function checksum(text: string): string {
  let rest = crc32(text);
  let digits = '';
  for (let place = 0; place < CHECKSUM_LENGTH; place++) {
    digits = ALPHABET.charAt(rest % ALPHABET.length) + digits;
    rest = Math.floor(rest / ALPHABET.length);
  }
  return digits;
}

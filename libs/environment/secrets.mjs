import { randomBytes } from 'node:crypto';
import {
  closeSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeSync,
  fsyncSync,
} from 'node:fs';
import { join } from 'node:path';

/**
 * A secret kept in a folder: made at the first call, the same at every later one.
 * Two processes that ask at once get the same text: the file appears whole (link is atomic) or not at all.
 *
 * @param directory the folder of secrets; created with mode 0700
 * @param fileName the file inside it; created with mode 0600
 * @returns 43 characters of base64url, 256 random bits
 */
export function readOrCreateSecret(directory, fileName) {
  const file = join(directory, fileName);
  const known = readSecret(file);
  if (known) return known;
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const draft = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
  writeDurably(draft, randomBytes(32).toString('base64url'));
  try {
    linkSync(draft, file);
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  return readFileSync(file, 'utf8').trim();
}

function readSecret(file) {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}

function writeDurably(file, text) {
  const descriptor = openSync(file, 'wx', 0o600);
  try {
    writeSync(descriptor, `${text}\n`);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

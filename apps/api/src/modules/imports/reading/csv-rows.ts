import { isUtf8 } from 'node:buffer';
import type { ImportRow } from '@praktika/contracts';
import { CsvParser, delimiterOf } from './csv-parser.js';
import { UnreadableTable } from './unreadable-table.js';

/** How much text is looked at to tell the delimiter, and decoded at a time. Bytes. */
const PART = 64 * 1024;

/** Rows of a CSV in UTF-8, UTF-16 (as «Unicode text» is saved) or windows-1251, blank ones included. */
export function* csvRows(bytes: Buffer): Generator<readonly ImportRow[]> {
  const parts = partsOf(bytes);
  const first = parts.next();
  if (first.done) return;
  const { delimiter, skip } = delimiterOf(first.value);
  const parser = new CsvParser(delimiter);
  yield parser.push(first.value.slice(skip));
  for (const part of parts) yield parser.push(part);
  const { rows, unclosedIn } = parser.end();
  if (unclosedIn !== undefined) {
    throw new UnreadableTable(
      'unclosed_quote',
      `Строка ${unclosedIn}: кавычка открыта и не закрыта до конца файла.`,
    );
  }
  yield rows;
}

function* partsOf(bytes: Buffer): Generator<string> {
  const decoder = new TextDecoder(encodingOf(bytes));
  for (let at = 0; at < bytes.length; at += PART) {
    const end = Math.min(at + PART, bytes.length);
    yield decoder.decode(bytes.subarray(at, end), { stream: end < bytes.length });
  }
}

function encodingOf(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return isUtf8(bytes) ? 'utf-8' : 'windows-1251';
}

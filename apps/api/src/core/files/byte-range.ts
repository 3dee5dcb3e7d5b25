import type { ByteRange } from './blob-store.js';

/**
 * One range of a `Range` header (RFC 9110 §14).
 *
 * @param header the header's text
 * @param size of the whole, bytes
 * @returns the range; undefined when there is none to honour (another unit, several ranges, nonsense), which means
 *   the whole; `unsatisfiable` when it lies beyond the end
 */
export function parseRange(
  header: string | undefined,
  size: number,
): ByteRange | undefined | 'unsatisfiable' {
  const [, first = '', last = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? '') ?? [];
  if (first === '' && last === '') return undefined;
  if (first === '') {
    const length = Math.min(Number(last), size);
    return length === 0 ? 'unsatisfiable' : { start: size - length, end: size - 1 };
  }
  const start = Number(first);
  const end = last === '' ? size - 1 : Math.min(Number(last), size - 1);
  if (last !== '' && Number(last) < start) return undefined;
  return start >= size ? 'unsatisfiable' : { start, end };
}

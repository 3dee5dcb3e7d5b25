/**
 * What came of reading a file's text: `READ` whole, `PARTLY` where a limit ended the reading, `EMPTY` when there are
 * only pictures, and why there is none otherwise.
 */
export type TextStatus = 'READ' | 'PARTLY' | 'EMPTY' | 'ENCRYPTED' | 'DAMAGED' | 'UNSUPPORTED' | 'TIMED_OUT';

export interface ExtractedText {
  readonly status: TextStatus;
  /** Lines as they stand in the document; empty unless READ or PARTLY. */
  readonly text: string;
}

/** How far a file is read: pages of a PDF, characters, bytes of an unpacked document, milliseconds. */
export const TEXT_LIMITS = {
  pages: 500,
  characters: 1_000_000,
  unpackedBytes: 50 * 1024 * 1024,
  /** The reader stops by itself and hands over what it has. */
  readingMs: 15_000,
  /** After this it is ended from outside. */
  processMs: 20_000,
  /** Files waiting for their turn. */
  waiting: 20,
  /** Of the reader's process. */
  memoryMb: 384,
} as const;

/** A text cut to the limit, without NUL, which PostgreSQL keeps in no text, and with what that makes of its status. */
export function limitedText(text: string, cutBefore: boolean): ExtractedText {
  const cut = text.length > TEXT_LIMITS.characters;
  const kept = text.slice(0, TEXT_LIMITS.characters).replaceAll('\0', '').trim();
  if (kept === '') return { status: 'EMPTY', text: '' };
  return { status: cut || cutBefore ? 'PARTLY' : 'READ', text: kept };
}

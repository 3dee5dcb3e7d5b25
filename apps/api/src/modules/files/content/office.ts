import type { FileHandle } from 'node:fs/promises';
import type { Entry } from 'yauzl';
import { DOCX, XLSX } from './media-types.js';
import { rejectedFile } from './rejection.js';
import { eachEntry, openArchive, unpackedStart, type Archive } from './zip.js';

const MEGABYTE = 1024 * 1024;

/** Bounds of what an office file may unpack to (reliability.md T9). */
const LIMITS = { entries: 1_000, unpacked: 200 * MEGABYTE, ratio: 100, typesPart: MEGABYTE } as const;

/** The ratio means nothing in small files: a page of blanks packs a hundredfold honestly. */
const RATIO_MATTERS_FROM = 10 * MEGABYTE;

const TYPES_PART = '[Content_Types].xml';

/** The part that makes an archive the document it claims to be. */
const MAIN_PARTS: readonly (readonly [part: string, type: string])[] = [
  ['word/document.xml', DOCX],
  ['xl/workbook.xml', XLSX],
];

/** Programs and macro projects have no business in a document. */
const ACTIVE =
  /(^|\/)(vbaProject\.bin|vbaData\.xml)$|\.(exe|dll|com|scr|bat|cmd|ps1|vbs|vbe|js|jse|jar|msi|lnk|hta)$/i;

/** How archives begin: ZIP, gzip, 7-Zip, RAR, bzip2, xz. */
const ARCHIVE_STARTS = ['504b0304', '1f8b', '377abcaf271c', '526172211a07', '425a68', 'fd377a585a00'];

/**
 * The type of an office file by its parts, once every entry has been unpacked within the bounds and found to be no
 * archive of its own. What an entry declares is checked first, what it really holds afterwards.
 *
 * @throws Refusal `file_rejected`
 */
export async function officeType(file: FileHandle, size: number): Promise<string> {
  const archive = await openArchive(file, size);
  if (archive.entryCount > LIMITS.entries) throw rejectedFile('archive_bomb');
  const parts = new Map<string, Entry>();
  let declared = 0;
  for await (const entry of eachEntry(archive)) {
    declared += entry.uncompressedSize;
    assertBounds(declared, size);
    if (ACTIVE.test(entry.fileName)) throw rejectedFile('active_content');
    if (parts.has(entry.fileName)) throw rejectedFile('damaged');
    parts.set(entry.fileName, entry);
  }
  const type = MAIN_PARTS.find(([part]) => parts.has(part))?.[1];
  if (type === undefined || !parts.has(TYPES_PART)) throw rejectedFile('type');
  for (const entry of parts.values()) await assertPlain(archive, entry);
  return type;
}

function assertBounds(unpacked: number, packed: number): void {
  if (unpacked > LIMITS.unpacked) throw rejectedFile('archive_bomb');
  if (unpacked > RATIO_MATTERS_FROM && unpacked > packed * LIMITS.ratio) throw rejectedFile('archive_bomb');
}

/** Unpacks one entry to its end, keeping only what must be looked at. */
async function assertPlain(archive: Archive, entry: Entry): Promise<void> {
  if (entry.fileName.endsWith('/')) return;
  const isTypes = entry.fileName === TYPES_PART;
  const start = await unpackedStart(archive, entry, isTypes ? LIMITS.typesPart : 16);
  const hex = start.toString('hex', 0, 16);
  if (ARCHIVE_STARTS.some((signature) => hex.startsWith(signature))) throw rejectedFile('archive_bomb');
  if (isTypes && /macroEnabled/i.test(start.toString('utf8'))) throw rejectedFile('active_content');
}

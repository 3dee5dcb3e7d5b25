import { fromBufferPromise, type Entry } from 'yauzl';
import { limitedText, TEXT_LIMITS, type ExtractedText } from './extracted-text.js';

const BODY = 'word/document.xml';

/** The text of a DOCX: its paragraphs, a line each; cells of a table follow one another. */
export async function docxText(bytes: Uint8Array): Promise<ExtractedText> {
  try {
    const archive = await fromBufferPromise(Buffer.from(bytes), { lazyEntries: true });
    for await (const entry of archive.eachEntry()) {
      if (entry.fileName !== BODY) continue;
      if (entry.isEncrypted()) return { status: 'ENCRYPTED', text: '' };
      const stream = await archive.openReadStreamPromise(entry);
      const { xml, cut } = await unpacked(stream, entry);
      return limitedText(paragraphs(xml), cut);
    }
    return { status: 'DAMAGED', text: '' };
  } catch {
    return { status: 'DAMAGED', text: '' };
  }
}

async function unpacked(stream: AsyncIterable<Buffer>, entry: Entry): Promise<{ xml: string; cut: boolean }> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of stream) {
    parts.push(part);
    size += part.length;
    if (size > TEXT_LIMITS.unpackedBytes) break;
  }
  return { xml: Buffer.concat(parts).toString('utf8'), cut: size < entry.uncompressedSize };
}

/** Text runs, breaks and ends of paragraphs, in their order; all other markup is passed over. */
const PIECE = /<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>|<w:(tab|br|cr)\s*\/>|<\/w:p>/g;

function paragraphs(xml: string): string {
  let text = '';
  for (const [piece, run, space] of xml.matchAll(PIECE)) {
    if (run !== undefined) text += decoded(run);
    else if (space !== undefined) text += space === 'tab' ? '\t' : '\n';
    else if (piece) text += '\n';
  }
  return text;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const decoded = (text: string) =>
  text.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi,
    (whole, hex?: string, decimal?: string, name = '') => {
      const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
      if (hex || decimal) return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
      return ENTITIES[name as string] ?? whole;
    },
  );

import { docxText } from './docx-text.js';
import { TEXT_LIMITS, type ExtractedText } from './extracted-text.js';
import { pdfText } from './pdf-text.js';

/**
 * Reads the text of the file on standard input and writes it as JSON: `node read-text.program.js MEDIA-TYPE`. A
 * process of its own, so that a hostile file can use up no more than this process has.
 */
async function main([mediaType]: readonly string[]): Promise<ExtractedText> {
  const until = Date.now() + TEXT_LIMITS.readingMs;
  const parts: Buffer[] = [];
  for await (const part of process.stdin) parts.push(part as Buffer);
  const bytes = Uint8Array.from(Buffer.concat(parts));
  if (mediaType === 'application/pdf') return pdfText(bytes, until);
  if (mediaType?.endsWith('wordprocessingml.document')) return docxText(bytes);
  return { status: 'UNSUPPORTED', text: '' };
}

// blank: it has started, and what happens from here on is the file's doing
process.stdout.write('\n');
process.stdout.write(JSON.stringify(await main(process.argv.slice(2))));

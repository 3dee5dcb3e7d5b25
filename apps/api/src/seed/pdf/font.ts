import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

const cache = new Map<string, Promise<Uint8Array>>();

/** Liberation Sans (SIL Open Font License) out of the PDF viewer's package: it has Cyrillic letters. */
export function demoFont(weight: 'Regular' | 'Bold'): Promise<Uint8Array> {
  const known = cache.get(weight);
  if (known) return known;
  const bytes = readFile(require.resolve(`pdfjs-dist/standard_fonts/LiberationSans-${weight}.ttf`)).then(
    (file) => Uint8Array.from(file),
  );
  cache.set(weight, bytes);
  return bytes;
}

import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The main file of every document: a small PDF. What is signed is its SHA-256, so one file serves them all. */
export const content = Buffer.from(
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n' +
    'trailer<</Root 1 0 R>>\n%%EOF\n',
);

export const contentHash = createHash('sha256').update(content).digest('hex');

/** Puts the file where the product keeps content. */
export function storeContent(dataDirectory) {
  const path = join(
    dataDirectory,
    'files/sha256',
    contentHash.slice(0, 2),
    contentHash.slice(2, 4),
    contentHash,
  );
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

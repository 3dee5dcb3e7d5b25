import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { requireNodeProgram } from '../launcher/children.mjs';
import { apiProgram, inRoot, programs } from '../launcher/paths.mjs';

/** What is committed, and what must come out again when it is regenerated. */
const committed = {
  description: inRoot('apps/api/openapi.json'),
  types: inRoot('libs/contracts/src/api/schema.d.ts'),
};

/**
 * Writes the OpenAPI description of the built API, and the web's types from it.
 *
 * @param target `{description, types}`, the files to write
 */
export async function writeApiDescription(lifetime, { description, types }, options) {
  await requireNodeProgram(lifetime, 'Describing the API', [apiProgram('openapi'), description], options);
  const words = [programs.openapiTypescript, description, '--output', types];
  await requireNodeProgram(lifetime, 'Generating types of the API', words, options);
}

/** The committed description and types must equal the regenerated ones. @returns complaints */
export async function checkApiDescription({ env, lifetime }) {
  const folder = mkdtempSync(join(tmpdir(), 'praktika-openapi-'));
  const fresh = { description: join(folder, 'openapi.json'), types: join(folder, 'schema.d.ts') };
  try {
    await writeApiDescription(lifetime, fresh, { env });
    return Object.keys(committed)
      .filter((key) => !isEqual(committed[key], fresh[key]))
      .map((key) => `${committed[key].slice(inRoot('').length)} is out of date; run: npm run openapi`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const isEqual = (a, b) => existsSync(a) && existsSync(b) && readFileSync(a).equals(readFileSync(b));

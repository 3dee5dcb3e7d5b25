import type pg from 'pg';
import { readFact, writeFact } from './facts.js';
import { inTransaction } from './owner.js';

const FACT = 'reference-data';

/**
 * Writes the areas, specialties and professions that every installation begins with: once, so that what the moderator
 * renames or takes out does not come back with the next start. The classifiers are loaded only when they are needed.
 *
 * @param owner connection of the owner
 */
export async function seedReferenceData(owner: pg.Client, now: Date): Promise<void> {
  if ((await readFact(owner, FACT)) !== undefined) return;
  const { insertReferenceData } = await import('../modules/reference-data/seed/index.js');
  await inTransaction(owner, async () => {
    await insertReferenceData(owner, now);
    await writeFact(owner, FACT, {}, now);
  });
}

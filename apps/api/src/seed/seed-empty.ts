import { createHash, randomBytes } from 'node:crypto';
import type pg from 'pg';
import { seedEducationOrganizations } from '../modules/organizations/seed/index.js';
import { writeFact } from './facts.js';
import { inTransaction } from './owner.js';

const ACTING = 'SELECT EXISTS (SELECT FROM organizations WHERE acting) AS acting';

/** An installation without the demo: the public registry of educational organizations and nothing else. */
export async function seedEmpty(owner: pg.Client, now: Date): Promise<void> {
  await inTransaction(owner, async () => {
    await seedEducationOrganizations(owner, now);
  });
}

/**
 * A one-time link for setting up the first organization (domain.md §8.13); the newest link is the only one that
 * holds, and only its hash is kept. The token stands in the fragment, which no server logs.
 *
 * @returns undefined once somebody acts here
 */
export async function issueSetupLink(
  owner: pg.Client,
  publicUrl: string,
  now: Date,
): Promise<string | undefined> {
  const { rows } = await owner.query<{ acting: boolean }>(ACTING);
  if (rows[0]?.acting) return undefined;
  const token = randomBytes(32).toString('base64url');
  await writeFact(owner, 'setup', { tokenHash: createHash('sha256').update(token).digest('hex') }, now);
  return `${publicUrl}/setup#${token}`;
}

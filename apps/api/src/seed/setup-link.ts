import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import { hashSetupToken } from '../modules/setup/setup-token.js';
import { writeFact } from './facts.js';

const ACTING = 'SELECT EXISTS (SELECT FROM organizations WHERE acting) AS acting';

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
  await writeFact(owner, 'setup', { tokenHash: hashSetupToken(token) }, now);
  return `${publicUrl}/setup#${token}`;
}

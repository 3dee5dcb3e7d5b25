import type pg from 'pg';
import { seedEducationOrganizations } from '../modules/organizations/seed/seed-education-organizations.js';
import { inTransaction } from './owner.js';

/** An installation without the demo: the public registry of educational organizations and nothing else. */
export async function seedEmpty(owner: pg.Client, now: Date): Promise<void> {
  await inTransaction(owner, async () => {
    await seedEducationOrganizations(owner, now);
  });
}

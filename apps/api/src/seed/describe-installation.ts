import type pg from 'pg';
import type { Config } from '../core/config/config.js';
import { demoAccounts, type DemoAccount } from '../modules/demo/demo-accounts.js';
import { DEMO_ORGANIZATIONS } from '../modules/organizations/seed/demo-organizations.js';
import { DEMO_PASSWORD, DEMO_PEOPLE } from '../modules/organizations/seed/demo-people.js';
import { readFact } from './facts.js';
import { issueSetupLink } from './setup-link.js';

/** Who can sign in here: the launcher prints it. */
export type Installation =
  { readonly accounts: readonly DemoAccount[]; readonly password: string } | { readonly setupUrl?: string };

/** Describes a demo by its accounts, and an installation where nobody acts yet by a new set-up link. */
export async function describeInstallation(
  owner: pg.Client,
  config: Config,
  now: Date,
): Promise<Installation> {
  const isDemo = (await readFact(owner, 'demo.organizations')) !== undefined;
  if (isDemo) return { accounts: demoAccounts(DEMO_PEOPLE, DEMO_ORGANIZATIONS), password: DEMO_PASSWORD };
  return { setupUrl: await issueSetupLink(owner, config.publicUrl, now) };
}

import 'reflect-metadata';
import { loadConfig, type Config } from './core/config/index.js';
import { demoAccounts } from './modules/demo/index.js';
import { DEMO_PASSWORD } from './modules/organizations/seed/index.js';
import { readFact } from './seed/facts.js';
import { asOwner } from './seed/owner.js';
import { seedDemo } from './seed/seed-demo.js';
import { issueSetupLink, seedEmpty } from './seed/seed-empty.js';

/**
 * Fills a migrated database for the first start. Words:
 *
 *     (none)    the demo; under TRUST_PROFILE=production the same as --empty
 *     --empty   the public registry only
 *     --print   tells, as JSON, who can sign in: {accounts, password} of a demo, or {setupUrl}
 */
const config = loadConfig();
const [word, ...rest] = process.argv.slice(2);
if (rest.length > 0 || (word !== undefined && !['--empty', '--print'].includes(word)))
  refuse('Known: --empty, --print');
const ownerUrl = config.databaseOwnerUrl ?? refuse('DATABASE_OWNER_URL: expected the address of the owner');

await asOwner(ownerUrl, async (owner) => {
  const now = new Date();
  const isDemo = config.trustProfile === 'demo' && (await readFact(owner, 'setup')) === undefined;
  if (word === '--print') return print(await describe(config, now));
  if (word === '--empty' || !isDemo) return seedEmpty(owner, now);
  await seedDemo(config, owner, now);

  async function describe({ publicUrl }: Config, at: Date): Promise<object> {
    const hasDemo = (await readFact(owner, 'demo.organizations')) !== undefined;
    if (hasDemo) return { accounts: demoAccounts(), password: DEMO_PASSWORD };
    return { setupUrl: await issueSetupLink(owner, publicUrl, at) };
  }
});

function print(value: object): void {
  process.stdout.write(`${JSON.stringify(value)}\n`);
}

function refuse(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(78);
}

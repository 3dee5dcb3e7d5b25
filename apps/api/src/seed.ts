import { loadConfig } from './core/config/config.js';
import { asOwner } from './seed/owner.js';
import { readFact } from './seed/facts.js';

/**
 * Fills a migrated database for the first start. Words:
 *
 *     (none)    the demo; under TRUST_PROFILE=production the same as --empty
 *     --empty   the public registry only
 *     --print   tells, as JSON, who can sign in: {accounts, password} of a demo, or {setupUrl}
 *
 * The application is loaded only when there is something to do: later starts take a fraction of a second.
 */
const config = loadConfig();
const [word, ...rest] = process.argv.slice(2);
if (rest.length > 0 || (word !== undefined && !['--empty', '--print'].includes(word))) {
  refuse('Known: --empty, --print');
}
const ownerUrl = config.databaseOwnerUrl ?? refuse('DATABASE_OWNER_URL: expected the address of the owner');

await asOwner(ownerUrl, async (owner) => {
  const now = new Date();
  if (word === '--print') {
    const { describeInstallation } = await import('./seed/describe-installation.js');
    process.stdout.write(`${JSON.stringify(await describeInstallation(owner, config, now))}\n`);
    return;
  }
  const isEmpty =
    word === '--empty' || config.trustProfile === 'production' || (await readFact(owner, 'setup'));
  if (isEmpty) {
    const { seedEmpty } = await import('./seed/seed-empty.js');
    return seedEmpty(owner, now);
  }
  const { isDemoComplete } = await import('./seed/demo-complete.js');
  if (await isDemoComplete(owner, config)) return;
  const { seedDemo } = await import('./seed/seed-demo.js');
  await seedDemo(config, owner, now);
});

function refuse(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(78);
}

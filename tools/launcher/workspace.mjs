import { setTimeout as sleep } from 'node:timers/promises';
import { buildAll } from './build.mjs';
import { claim } from './claim.mjs';
import { installDependencies } from './install.mjs';
import { inRoot } from './paths.mjs';

/**
 * Dependencies installed and everything built. Two commands in one clone wait for each other here,
 * so that neither takes node_modules from under the other.
 */
export async function prepareWorkspace(lifetime, report, { build = true } = {}) {
  const release = await takeTurn(lifetime, report);
  try {
    await installDependencies(lifetime, report);
    if (build) await buildAll(lifetime, report);
  } finally {
    release();
  }
}

async function takeTurn(lifetime, report) {
  let told = false;
  for (;;) {
    lifetime.check();
    const { release, holder } = claim(inRoot('.data', 'setup.lock'));
    if (release) return release;
    if (!told) report.step(`Waiting: another command (process ${holder.pid}) is installing or building`);
    told = true;
    await sleep(300);
  }
}

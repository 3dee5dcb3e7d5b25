import { openLifetime } from '../lifetime.mjs';
import { createReport } from '../report.mjs';
import { describeCounts } from '../testing/counts.mjs';
import { prepareWorkspace } from '../workspace.mjs';

/** `npm run check`: format, lint, boundaries, types, dead code, the API's description. */
export async function run() {
  const report = createReport();
  const lifetime = openLifetime();
  try {
    await prepareWorkspace(lifetime, report);
    const { runChecks } = await import('../../checks/main.mjs');
    const counts = await runChecks({ env: process.env, lifetime, report });
    report.line(`\n${describeCounts(counts)}`);
    return counts.failed === 0 ? 0 : 1;
  } finally {
    await lifetime.close();
  }
}

import { runProgram } from '../children.mjs';
import { openLifetime } from '../lifetime.mjs';
import { inRoot } from '../paths.mjs';
import { createReport } from '../report.mjs';
import { prepareWorkspace } from '../workspace.mjs';

/**
 * `npm run -s verify -- …`: checks a signature without a server. Standard output holds the verifier's answer alone;
 * set-up, when some is needed, talks on standard error.
 *
 * @returns the verifier's exit code
 */
export async function run(words) {
  const lifetime = openLifetime();
  try {
    await prepareWorkspace(lifetime, createReport(process.stderr));
    return await runProgram(lifetime, process.execPath, [inRoot('tools/verify/main.mjs'), ...words], {
      cwd: process.env.INIT_CWD ?? process.cwd(),
    });
  } finally {
    await lifetime.close();
  }
}

import { apiEnvironment, apiWords } from '../application.mjs';
import { runProgram } from '../children.mjs';
import { openDatabase } from '../database.mjs';
import { claimInstance, isInstanceRunning } from '../instance.mjs';
import { openLifetime } from '../lifetime.mjs';
import { createReport } from '../report.mjs';
import { prepareDataDirectory, readSettings } from '../settings.mjs';
import { prepareWorkspace } from '../workspace.mjs';

/**
 * `npm run jobs -- reminders --date 2026-12-04`: runs one job by hand on the data of the instance.
 * A running instance is used as it is; otherwise its PostgreSQL is started for as long as the job takes.
 *
 * @returns the job's exit code
 */
export async function run(words) {
  const settings = readSettings();
  const report = createReport(process.stderr);
  const lifetime = openLifetime();
  try {
    prepareDataDirectory(settings);
    await prepareWorkspace(lifetime, report);
    const running = isInstanceRunning(settings.dataDirectory);
    if (!running) lifetime.onClose(claimInstance(settings.dataDirectory));
    const database = await openDatabase(settings, report);
    if (!running) lifetime.onClose(() => database.stop());
    return await runProgram(lifetime, process.execPath, apiWords('jobs', ...words), {
      env: apiEnvironment(settings, database, { owner: true }),
    });
  } finally {
    await lifetime.close();
  }
}

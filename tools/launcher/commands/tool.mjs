import { runProgram } from '../children.mjs';
import { openLifetime } from '../lifetime.mjs';
import { inRoot } from '../paths.mjs';
import { createReport } from '../report.mjs';
import { readSettings } from '../settings.mjs';
import { prepareWorkspace } from '../workspace.mjs';

/** A command that is a program of its own in `tools/<name>/main.mjs`, run on a built workspace. */
export function toolCommand(name) {
  return {
    run: async (words) => {
      readSettings();
      const lifetime = openLifetime();
      try {
        await prepareWorkspace(lifetime, createReport());
        return await runProgram(lifetime, process.execPath, [inRoot('tools', name, 'main.mjs'), ...words]);
      } finally {
        await lifetime.close();
      }
    },
  };
}

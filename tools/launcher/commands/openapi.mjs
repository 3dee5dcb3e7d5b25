import { writeApiDescription } from '../../checks/api-description.mjs';
import { buildProject } from '../build.mjs';
import { openLifetime } from '../lifetime.mjs';
import { inRoot } from '../paths.mjs';
import { createReport } from '../report.mjs';
import { prepareWorkspace } from '../workspace.mjs';

/** `npm run openapi`: writes apps/api/openapi.json from the code and the web's types from it. */
export async function run() {
  const report = createReport();
  const lifetime = openLifetime();
  try {
    // The API alone: the web may not compile before its types are written anew.
    await prepareWorkspace(lifetime, report, { build: false });
    await buildProject(lifetime, report, 'api');
    await writeApiDescription(lifetime, {
      description: inRoot('apps/api/openapi.json'),
      types: inRoot('libs/contracts/src/api/schema.d.ts'),
    });
    report.step('Wrote apps/api/openapi.json and libs/contracts/src/api/schema.d.ts');
    return 0;
  } finally {
    await lifetime.close();
  }
}

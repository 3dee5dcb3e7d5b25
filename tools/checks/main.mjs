import { availableParallelism } from 'node:os';
import { runProgram } from '../launcher/children.mjs';
import { inRoot, root } from '../launcher/paths.mjs';
import { add, none } from '../launcher/testing/counts.mjs';
import { checkApiDescription } from './api-description.mjs';
import { checkCompose } from './compose.mjs';
import { checkLock } from './lock.mjs';
import { findTypeProjects } from './type-projects.mjs';

const bin = (path) => inRoot('node_modules', path);
const lintMemory = '--max-old-space-size=4096';

/** A check is a Node program (`words`) that must end with 0, or a function answering its complaints. */
const listChecks = () => [
  {
    title: 'Formatting (prettier)',
    words: [bin('prettier/bin/prettier.cjs'), '--check', '--log-level=warn', '.'],
  },
  {
    title: 'Lint and boundaries (eslint)',
    words: [lintMemory, bin('eslint/bin/eslint.js'), '--max-warnings=0', '.'],
  },
  ...findTypeProjects().map(({ file, vue }) => ({
    title: `Types of ${file}`,
    words: [bin(vue ? 'vue-tsc/bin/vue-tsc.js' : 'typescript/bin/tsc'), '--noEmit', '-p', file],
  })),
  { title: 'Dead code (knip)', words: [bin('knip/bin/knip.js'), '--no-progress'] },
  {
    title: 'API description (redocly)',
    words: [
      bin('@redocly/cli/bin/cli.js'),
      'lint',
      '--config=tools/checks/redocly.yaml',
      'apps/api/openapi.json',
    ],
  },
  { title: 'API description and web types are up to date', run: checkApiDescription },
  { title: 'docker-compose.yml', run: () => checkCompose() },
  { title: 'package-lock.json', run: checkLock },
];

/** Third parties' tools stay silent towards the network. */
const quiet = {
  REDOCLY_TELEMETRY: 'off',
  REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true',
  NO_UPDATE_NOTIFIER: '1',
};

/** Checks that run beside each other: each keeps one processor busy and a gigabyte of memory. */
const lanes = Math.min(2, availableParallelism());

/**
 * Runs every check, each counting as one, and goes on after a failed one.
 *
 * @param context `{env, lifetime, report}`
 * @returns `{passed, failed, skipped}`
 */
export async function runChecks({ env, lifetime, report }) {
  let counts = none;
  const waiting = listChecks().values();
  const lane = async () => {
    for (const check of waiting) {
      const ok = await passes(check, { env: { ...env, ...quiet }, lifetime, report });
      report.step(`${ok ? 'passed' : 'FAILED'}  ${check.title}`);
      counts = add(counts, { ...none, passed: ok ? 1 : 0, failed: ok ? 0 : 1 });
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return counts;
}

async function passes({ words, run }, { env, lifetime, report }) {
  if (words) return (await runProgram(lifetime, process.execPath, words, { cwd: root, env })) === 0;
  const complaints = await run({ env, lifetime });
  for (const complaint of complaints) report.line(`  ${complaint}`);
  return complaints.length === 0;
}

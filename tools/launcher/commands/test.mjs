import { Refusal } from '../errors.mjs';
import { openLifetime } from '../lifetime.mjs';
import { createReport } from '../report.mjs';
import { readSettings } from '../settings.mjs';
import { testSteps } from '../test-steps.mjs';
import { add, describeCounts, none } from '../testing/counts.mjs';
import { arrange, runAside } from '../testing/lanes.mjs';
import { needs, Unavailable } from '../testing/needs.mjs';
import { runners } from '../testing/runners.mjs';
import { trackedFiles } from '../testing/tracked-files.mjs';
import { prepareWorkspace } from '../workspace.mjs';
import { variableNames } from '../../../libs/environment/index.mjs';

/**
 * `npm test`: its own set-up, then every check and test, step after step, some beside another.
 * The last line says `N passed, N failed`, and how many were skipped when some were.
 *
 * @param words `--only id,id` runs some steps, `--list` names them
 * @returns 0 when nothing failed, 1 otherwise
 */
export async function run(words) {
  const steps = chooseSteps(words);
  if (words.includes('--list')) {
    for (const { id, title } of steps) console.log(`${id.padEnd(12)}${title}`);
    return 0;
  }
  readSettings();
  const report = createReport();
  const lifetime = openLifetime();
  const before = trackedFiles();
  try {
    await prepareWorkspace(lifetime, report, { build: false });
    const results = [];
    for (const group of arrange(steps)) results.push(...(await runTogether(group, { lifetime, report })));
    results.push(...compareTracked(before, report));
    return conclude(results, report);
  } finally {
    await lifetime.close();
  }
}

function chooseSteps(words) {
  const [flag, list] = words.filter((word) => word !== '--list').flatMap((word) => word.split('='));
  if (flag === undefined) return testSteps;
  const known = testSteps.map(({ id }) => id);
  const wanted = (list ?? '').split(',');
  if (flag !== '--only' || !wanted.every((id) => known.includes(id))) {
    throw new Refusal(`Known: --list, --only ${known.join(',')}`, { exitCode: 2 });
  }
  return testSteps.filter(({ id }) => wanted.includes(id));
}

/** The tests bring their own PostgreSQL, Redis and folders, whatever the surrounding shell points at. */
function cleanEnvironment() {
  const foreign = new Set(variableNames);
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.has(name)));
}

/** Runs a step, and beside it those that leave the other processor idle; their output follows when both are done. */
async function runTogether({ step, aside }, { lifetime, report }) {
  const lanes = [
    runStep(step, { lifetime, report }),
    runAside(aside, (other, own) => runStep(other, { lifetime, report: own })),
  ];
  await Promise.allSettled(lanes); // an interrupted lane still stops what it has started
  const [result, { results, output }] = await Promise.all(lanes);
  if (output) report.line(output);
  return [result, ...results];
}

/** Runs one step with what it needs; a need that cannot be met skips it, anything else that goes wrong fails it. */
async function runStep(step, { lifetime, report }) {
  report.heading(step.title);
  const began = Date.now();
  const endings = [];
  const env = { ...cleanEnvironment(), ...step.env };
  try {
    const context = { lifetime, report, env, onEnd: (ending) => endings.push(ending) };
    for (const need of step.needs ?? []) Object.assign(env, await needs[need](context));
    const counts = await runners[step.runner]({ step, env, lifetime, report });
    report.step(`${step.id}: ${describeCounts(counts)} in ${Math.round((Date.now() - began) / 1000)} s`);
    return { step, counts };
  } catch (error) {
    lifetime.check();
    if (error instanceof Unavailable) {
      report.step(`SKIPPED ${step.id}: ${error.message}`);
      return { step, counts: { ...none, skipped: 1 }, skipped: error.message };
    }
    report.line(String(error.stack));
    return { step, counts: { ...none, failed: 1 } };
  } finally {
    for (const ending of endings.reverse()) await ending();
  }
}

/** The whole run must leave tracked files as they were; that counts as one check. */
function compareTracked(before, report) {
  if (before === undefined) return [];
  const after = trackedFiles();
  const step = { id: 'tracked' };
  if (after.digest === before.digest) return [{ step, counts: { ...none, passed: 1 } }];
  report.heading('Tracked files were changed by this run');
  for (const line of after.changed) report.line(line);
  return [{ step, counts: { ...none, failed: 1 } }];
}

function conclude(results, report) {
  report.heading('Result');
  for (const { step, counts } of results) report.line(`  ${step.id.padEnd(12)}${describeCounts(counts)}`);
  for (const { step, skipped } of results.filter((result) => result.skipped)) {
    report.line(`\n  !! SKIPPED ${step.id}: ${skipped}`);
  }
  const total = results.map(({ counts }) => counts).reduce(add, none);
  report.line('');
  report.line(describeCounts(total));
  return total.failed === 0 ? 0 : 1;
}

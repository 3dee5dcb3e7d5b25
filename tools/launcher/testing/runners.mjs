import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { startProgram } from '../children.mjs';
import { inRoot, programs } from '../paths.mjs';
import { countJest, countPlaywright, none, withExitCode } from './counts.mjs';

/** Step → counts, one runner per kind. Each takes `{step, env, lifetime, report}`. */
export const runners = {
  checks: async ({ env, lifetime, report }) => {
    const { runChecks } = await import('../../checks/main.mjs');
    return runChecks({ env, lifetime, report });
  },
  jest: (context) =>
    runAndCount(context, countJest, (summary) => ({
      words: [
        '--experimental-vm-modules',
        '--disable-warning=ExperimentalWarning',
        programs.jest,
        `--config=${inRoot(context.step.config)}`,
        ...(context.step.leaves ? [`--testPathIgnorePatterns=${context.step.leaves}`] : []),
        '--json',
        `--outputFile=${summary}`,
      ],
    })),
  vitest: (context) =>
    runAndCount(context, countJest, (summary) => ({
      cwd: inRoot(dirname(context.step.config)),
      words: [
        programs.vitest,
        'run',
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${summary}`,
      ],
    })),
  playwright: (context) =>
    runAndCount(context, countPlaywright, (summary) => ({
      cwd: inRoot(dirname(context.step.config)),
      words: [programs.playwright, 'test', `--config=${inRoot(context.step.config)}`, '--reporter=list,json'],
      env: { PLAYWRIGHT_JSON_OUTPUT_NAME: summary },
    })),
};

async function runAndCount({ step, env, lifetime, report }, count, describe) {
  if (!existsSync(inRoot(step.config))) {
    report.line(`There is no ${step.config}`);
    return { ...none, failed: 1 };
  }
  const folder = mkdtempSync(join(tmpdir(), 'praktika-test-'));
  const summary = join(folder, 'summary.json');
  try {
    const { words, cwd, env: own = {} } = describe(summary);
    const program = startProgram(process.execPath, words, {
      cwd,
      env: { ...env, ...own },
      lifetime,
      stdio: report.outputOfChildren,
    });
    const code = await endOf(program, step, lifetime, report);
    const counts = existsSync(summary) ? count(JSON.parse(readFileSync(summary, 'utf8'))) : none;
    return withExitCode(counts, code);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The exit code, or 124 when the step's time is over and it was ended. */
async function endOf(program, step, lifetime, report) {
  let timer;
  const tooLong = new Promise((resolve) => {
    timer = setTimeout(() => resolve('too long'), step.minutes * 60_000);
  });
  try {
    const result = await lifetime.first(program.ended, tooLong);
    if (result !== 'too long') return result;
    report.line(`Ended after ${step.minutes} minutes`);
    return 124;
  } finally {
    clearTimeout(timer);
    await program.stop();
  }
}

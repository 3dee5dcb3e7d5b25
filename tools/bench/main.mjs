/**
 * `npm run bench`: how good the product is in the figures it promises, measured side by side with floors that do the
 * same and nothing else. docs/operations/bench.md tells how to read it.
 */
import { rmSync, writeFileSync } from 'node:fs';
import { readArguments, USAGE, UsageError } from './arguments.mjs';
import { goals } from './goals/index.mjs';
import { machine, table, verdictOf } from './report.mjs';
import { inRoot } from './paths.mjs';
import { openStage } from './stage.mjs';

const EXIT = { met: 0, missed: 1, usage: 2 };

async function run(argv) {
  const options = readArguments(argv, Object.keys(goals));
  if (options.help) {
    console.log(USAGE.replace('NAMES_OF_GOALS', Object.keys(goals).join(', ')));
    return EXIT.met;
  }
  console.log(machine());
  const rows = await measure(options);
  console.log(`\n${table(rows)}\n`);
  const missed = rows.filter((row) => verdictOf(row) === 'MISSED');
  console.log(missed.length === 0 ? 'Every goal is met or within its spread.' : `${missed.length} missed.`);
  return missed.length === 0 ? EXIT.met : EXIT.missed;
}

async function measure({ only, scale, keep, json }) {
  const directory = inRoot('.data', 'bench');
  const stage = openStage({ directory, keep, scale, log: (line) => console.log(`  ${line}`) });
  const interrupt = () => void stage.close().finally(() => process.exit(130));
  process.once('SIGINT', interrupt).once('SIGTERM', interrupt);
  try {
    const rows = [];
    for (const name of only) {
      console.log(`${name}…`);
      const measured = await goals[name](stage);
      console.log(table(measured).replace(/^/gm, '  '));
      rows.push(...measured);
      // what is measured is kept, whatever happens to the next
      if (json) writeFileSync(json, `${JSON.stringify({ machine: machine(), rows }, null, 2)}\n`);
    }
    return rows;
  } finally {
    await stage.close();
    if (!keep) rmSync(directory, { recursive: true, force: true });
  }
}

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof UsageError ? error.message : error);
  process.exitCode = error instanceof UsageError ? EXIT.usage : EXIT.missed;
}

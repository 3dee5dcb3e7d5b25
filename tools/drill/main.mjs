/**
 * `npm run drill`: faults on purpose, on real processes. Each drill has a PostgreSQL of its own, and afterwards
 * compares a ledger of what clients were told with what the database holds (docs/operations/drills.md).
 *
 *     npm run drill                        all of them, one after another
 *     npm run drill -- kill-api            some
 *     npm run drill -- --list              their names
 */
import { startDatabase } from './lib/databases.mjs';
import { drills } from './list.mjs';

const words = process.argv.slice(2);
const unknown = words.filter((word) => word !== '--list' && !(word in drills));
if (unknown.length > 0) {
  console.error(`Unknown: ${unknown.join(' ')}. Known: --list ${Object.keys(drills).join(' ')}`);
  process.exit(2);
}
if (words.includes('--list')) {
  for (const [name, { title }] of Object.entries(drills)) console.log(`${name.padEnd(18)}${title}`);
  process.exit(0);
}

// A drill that is interrupted leaves nothing behind: the product's processes end with this one, PostgreSQL is told to.
let starting;
let interrupted = false;
const never = new Promise(() => undefined);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.once(signal, () => {
    interrupted = true;
    const stopped = Promise.resolve(starting).then((database) => database?.stop());
    void stopped.finally(() => process.exit(130));
  });
}

const chosen = Object.entries(drills).filter(([name]) => words.length === 0 || words.includes(name));
const outcomes = [];
for (const [name, drill] of chosen) outcomes.push(await runDrill(name, drill));
printTable(outcomes);
process.exit(outcomes.some(({ failed }) => failed > 0) ? 1 : 0);

async function runDrill(name, { title, run }) {
  console.log(`\n${name}: ${title}`);
  const began = Date.now();
  const log = (text) =>
    console.log(`  ${String(Math.round((Date.now() - began) / 1000)).padStart(4)} s  ${text}`);
  starting = startDatabase();
  const database = await starting;
  try {
    const result = await run({ database, log });
    printResult(result);
    return { name, ...summaryOf(result), began, ended: Date.now() };
  } catch (error) {
    if (interrupted) await never; // what was taken away from under it is no finding
    console.log(`  FAILED  ${error.stack}`);
    return { name, passed: 0, failed: 1, began, ended: Date.now() };
  } finally {
    await database.stop();
  }
}

function summaryOf(result) {
  const failed = result.failures().length;
  return { passed: result.checks.length - failed, failed, skipped: result.skipped };
}

function printResult({ figures, checks, skipped }) {
  if (skipped) console.log(`  !! SKIPPED  ${skipped}`);
  for (const { text, value } of figures) console.log(`  ${String(value).padStart(10)}  ${text}`);
  for (const { text, passed, details } of checks) {
    console.log(`  ${passed ? '        ok' : '    FAILED'}  ${text}`);
    if (!passed) console.log(details.replace(/^/gm, '              '));
  }
}

function printTable(outcomes) {
  console.log(
    `\n${'drill'.padEnd(18)}${'passed'.padStart(8)}${'failed'.padStart(8)}${'seconds'.padStart(9)}`,
  );
  for (const { name, passed, failed, skipped, began, ended } of outcomes) {
    const seconds = String(Math.round((ended - began) / 1000));
    const counts = skipped
      ? ' SKIPPED'.padStart(16)
      : String(passed).padStart(8) + String(failed).padStart(8);
    console.log(name.padEnd(18) + counts + seconds.padStart(9));
  }
}

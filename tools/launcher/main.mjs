/**
 * Every command of package.json: `node tools/launcher/main.mjs <command> [words…]`.
 * Needs nothing but Node: it runs on a fresh clone, before dependencies are there.
 */
import { nodeProblem } from './node-version.mjs';

const problem = nodeProblem(process.versions.node);
if (problem) {
  console.error(problem);
  process.exit(1);
}

// A closed terminal or a pipe with nobody at its end must not kill the orderly stop.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);

const { runCommand } = await import('./commands.mjs');
process.exit(await runCommand(process.argv.slice(2)));

import { Interrupted, Refusal } from './errors.mjs';

/** Command → its module, loaded when it is asked for; each exports `run(words)` answering the exit code. */
const commands = {
  start: () => import('./commands/start.mjs'),
  test: () => import('./commands/test.mjs'),
  check: () => import('./commands/check.mjs'),
  jobs: () => import('./commands/jobs.mjs'),
  verify: () => import('./commands/verify.mjs'),
  openapi: () => import('./commands/openapi.mjs'),
  bench: () => import('./commands/tool.mjs').then(({ toolCommand }) => toolCommand('bench')),
  drill: () => import('./commands/tool.mjs').then(({ toolCommand }) => toolCommand('drill')),
  pictures: () => import('./commands/tool.mjs').then(({ toolCommand }) => toolCommand('pictures')),
};

/**
 * Runs one command.
 *
 * @param words the command's name and its own words
 * @returns the exit code: the command's own, 1 when something failed, 2 when what was asked makes no sense
 */
export async function runCommand([name, ...words]) {
  if (!Object.hasOwn(commands, name ?? '')) {
    console.error(`Unknown command ${name ?? ''}. Known: ${Object.keys(commands).join(', ')}`);
    return 2;
  }
  try {
    const { run } = await commands[name]();
    return await run(words);
  } catch (error) {
    if (error instanceof Interrupted) return error.exitCode;
    console.error(error instanceof Refusal ? `\n${error.message}` : error);
    return error instanceof Refusal ? error.exitCode : 1;
  }
}

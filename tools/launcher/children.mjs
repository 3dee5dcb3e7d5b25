import { spawn } from 'node:child_process';
import { signal } from '../postgres/processes.mjs';
import { Refusal } from './errors.mjs';
import { root } from './paths.mjs';

/** Longer than an API process takes to finish its requests and jobs. */
const patience = 20_000;

/**
 * Starts a program in a process group of its own, so that Ctrl+C in the terminal reaches the launcher alone.
 *
 * @returns `{pid, ended, stop}`: `ended` is kept with the exit code (128 + signal number stands for a signal);
 *   `stop()` asks the program to end, and kills its whole group when it does not
 */
export function startProgram(
  command,
  words,
  { env = process.env, stdio = 'inherit', cwd = root, lifetime } = {},
) {
  const output = Array.isArray(stdio) ? stdio : ['ignore', stdio, stdio];
  const child = spawn(command, words, { cwd, env, stdio: output, detached: process.platform !== 'win32' });
  const ended = new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, name) => resolve(code ?? exitCodeOf(name)));
  });
  ended.catch(() => undefined);
  return { pid: child.pid, child, ended, stop: () => stopGroup(child, ended, lifetime?.hurried) };
}

const exitCodeOf = (name) =>
  128 + ({ SIGHUP: 1, SIGINT: 2, SIGABRT: 6, SIGKILL: 9, SIGSEGV: 11, SIGTERM: 15 }[name] ?? 0);

async function stopGroup(child, ended, hurried) {
  if (child.pid === undefined) return;
  const kill = () => signal(-child.pid, 'SIGKILL');
  if (child.exitCode === null && child.signalCode === null) {
    signal(child.pid, 'SIGTERM');
    hurried?.addEventListener('abort', kill, { once: true });
    const timer = setTimeout(kill, hurried?.aborted ? 0 : patience);
    await ended.catch(() => undefined);
    clearTimeout(timer);
    hurried?.removeEventListener('abort', kill);
  }
  kill(); // grandchildren that stayed behind
}

/** Runs a program to its end and answers its exit code; a signal to the launcher stops it and throws Interrupted. */
export async function runProgram(lifetime, command, words, options = {}) {
  lifetime.check();
  const program = startProgram(command, words, { ...options, lifetime });
  try {
    return await lifetime.first(program.ended);
  } finally {
    await program.stop();
  }
}

/** Runs a Node program that must succeed. @param what names the step when it fails */
export async function requireNodeProgram(lifetime, what, words, options) {
  const code = await runProgram(lifetime, process.execPath, words, options);
  if (code !== 0) throw new Refusal(`${what} failed with exit code ${code}`);
}

/** Processes of the product, started as they are in production, and ended as drills want. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../../postgres/ports.mjs';

const dist = fileURLToPath(new URL('../../../apps/api/dist/', import.meta.url));
const startLimit = 60_000;
const keptOutput = 20_000;

/** Whatever happens to the drill, its processes do not outlive it. */
const running = new Set();
process.on('exit', () => running.forEach((child) => child.kill('SIGKILL')));

/**
 * Starts a built program of the API (`main`, `worker`, `jobs`, `migrate`) or, with a full path, any other.
 *
 * @param words arguments
 * @param env the whole environment of the process
 * @returns `{pid, exited, alive, output, say, send, end}`: `exited` is kept with `{code, signal, at}`, `output()` is the
 *   tail of what it wrote, `say(text)` writes to it, `end(signal)` sends a signal and waits
 */
export function startProgram(name, { words = [], env }) {
  const file = name.includes('/') ? name : join(dist, `${name}.js`);
  const child = spawn(process.execPath, [file, ...words], { env, stdio: ['pipe', 'pipe', 'pipe'] });
  running.add(child);
  child.stdin.on('error', () => undefined); // it may be gone before it is spoken to
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => (output = (output + chunk).slice(-keptOutput)));
  }
  const exited = new Promise((resolve) => {
    child.once('error', (error) => resolve({ code: -1, signal: null, at: Date.now(), error: error.message }));
    child.once('exit', (code, signal) => {
      running.delete(child);
      resolve({ code, signal, at: Date.now() });
    });
  });
  return {
    name,
    pid: child.pid,
    exited,
    alive: () => child.exitCode === null && child.signalCode === null,
    output: () => output,
    say: (text) => child.stdin.end(text),
    send: (signal) => child.kill(signal),
    end: (signal) => {
      child.kill(signal);
      return exited;
    },
  };
}

/** Runs a program to its end. @returns what it wrote @throws with its words when it fails */
export async function runProgram(name, options) {
  const program = startProgram(name, options);
  const { code, signal } = await program.exited;
  if (code !== 0) throw new Error(`${name} ended with ${code ?? signal}:\n${program.output()}`);
  return program.output();
}

/** An API process on a free port of the loopback interface; resolves when it says that it is ready. */
export async function startApi({ env, port }) {
  const chosen = port ?? (await freePort());
  const program = startProgram('main', { env: { ...env, PORT: String(chosen), HOST: '127.0.0.1' } });
  const api = { ...program, port: chosen, url: `http://127.0.0.1:${chosen}` };
  await untilReady(api);
  return api;
}

/** Waits until an API answers that it is ready. */
export async function untilReady({ url, alive, output }, limit = startLimit) {
  const deadline = Date.now() + limit;
  while (!(await isReady(url))) {
    if (!alive()) throw new Error(`the API ended at its start:\n${output()}`);
    if (Date.now() > deadline) throw new Error(`the API was not ready in ${limit / 1000} s:\n${output()}`);
    await sleep(50);
  }
}

/** Whether an API says that it is ready. */
export async function isReady(url) {
  try {
    const response = await fetch(`${url}/api/health/ready`, { signal: AbortSignal.timeout(2_000) });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}

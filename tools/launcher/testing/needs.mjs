import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../postgres/ports.mjs';
import { startProgram } from '../children.mjs';
import { inRoot } from '../paths.mjs';
import { buildAll } from '../build.mjs';
import { ensureProgram } from './packages.mjs';

/** A need that this machine cannot meet: the step is skipped, loudly. */
export class Unavailable extends Error {}

/**
 * Need → what meets it. Each takes `{lifetime, report, env, onEnd}`, answers variables for the step's programs, and
 * registers with `onEnd` what must be undone after the step.
 */
export const needs = { build, redis, chromium, demo, demos };

async function build({ lifetime, report }) {
  await buildAll(lifetime, report);
  return {};
}

/**
 * Chromium without a window system, where Debian has it: the same engine and the same pages, drawn in three quarters of
 * the time. Any other Chromium of the machine does too.
 */
async function chromium(context) {
  const given = process.env.CHROME_PATH;
  if (given && existsSync(given)) return { CHROME_PATH: given };
  const shell = ['chromium-headless-shell'];
  const whole = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  // older releases have no such package
  const found =
    (await ensureProgram(shell, 'chromium-headless-shell', context).catch(() => undefined)) ??
    (await ensureProgram(whole, 'chromium', context));
  if (found) return { CHROME_PATH: found };
  throw new Unavailable(
    'Chromium is missing: install it (Debian: apt-get install chromium) or set CHROME_PATH',
  );
}

/** A Redis of the step's own, in memory, on a free port. */
async function redis(context) {
  const program = await ensureProgram(['redis-server'], 'redis-server', context);
  if (!program)
    throw new Unavailable('Redis is missing: install redis-server (Debian: apt-get install redis-server)');
  const folder = temporaryFolder(context, 'redis');
  const port = await freePort();
  const words = [
    '--port',
    port,
    '--bind',
    '127.0.0.1',
    '--dir',
    folder,
    '--save',
    '',
    '--appendonly',
    'no',
  ].map(String);
  const server = startProgram(program, words, { stdio: 'ignore', lifetime: context.lifetime });
  context.onEnd(() => server.stop());
  await until(() => accepts(port), server, context.lifetime, 10_000, 'Redis did not start');
  return { REDIS_URL: `redis://127.0.0.1:${port}` };
}

/** The product itself with demo data, started by the same launcher as `npm start`, in a folder of its own. */
async function demo(context) {
  const folder = temporaryFolder(context, 'demo');
  const port = await freePort();
  const own = { DATA_DIR: folder, PORT: String(port), PUBLIC_URL: `http://localhost:${port}` };
  const launcher = startProgram(process.execPath, [inRoot('tools/launcher/main.mjs'), 'start'], {
    env: { ...context.env, ...own, LOG_LEVEL: 'warn' },
    lifetime: context.lifetime,
  });
  context.onEnd(() => launcher.stop());
  const url = `http://127.0.0.1:${port}/api/health/ready`;
  await until(() => isReady(url), launcher, context.lifetime, 180_000, 'The demo did not start');
  return { BASE_URL: own.PUBLIC_URL, DATA_DIR: folder };
}

/** Two demos that know nothing of each other, one for each of two workers: `BASE_URL` and `DATA_DIR`, and the same with `_2`. */
async function demos(context) {
  const [first, second] = await Promise.all([demo(context), demo(context)]);
  return { ...first, BASE_URL_2: second.BASE_URL, DATA_DIR_2: second.DATA_DIR };
}

/** Others may pass through it, because PostgreSQL may run as another account. */
function temporaryFolder({ onEnd }, name) {
  const folder = mkdtempSync(join(tmpdir(), `praktika-${name}-`));
  chmodSync(folder, 0o711);
  onEnd(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

async function until(condition, program, lifetime, milliseconds, complaint) {
  let code;
  void program.ended.then((value) => (code = value));
  const deadline = Date.now() + milliseconds;
  while (!(await condition())) {
    if (code !== undefined) throw new Error(`${complaint}: it ended with exit code ${code}`);
    if (Date.now() > deadline) throw new Error(`${complaint} in ${milliseconds / 1000} s`);
    await lifetime.first(new Promise((resolve) => setTimeout(resolve, 100)));
  }
}

const accepts = (port) =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    const answer = (value) => {
      socket.destroy();
      resolve(value);
    };
    socket.once('connect', () => answer(true)).once('error', () => answer(false));
  });

async function isReady(url) {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(2000) });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}

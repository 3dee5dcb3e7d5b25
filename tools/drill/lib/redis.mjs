/** A Redis of a drill's own, which it may empty and kill. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findProgram } from '../../launcher/testing/packages.mjs';
import { freePort } from '../../postgres/ports.mjs';

/** Whether the machine has a Redis. */
export const hasRedis = () => findProgram('redis-server') !== undefined;

/** @returns `{url, flush, kill, restart, stop}` */
export async function startRedis() {
  const folder = mkdtempSync(join(tmpdir(), 'praktika-redis-'));
  const port = await freePort();
  let child = await launch(folder, port);
  const end = async () => {
    const exited = new Promise((resolve) => child.once('exit', resolve));
    if (child.exitCode === null && child.signalCode === null && child.kill('SIGKILL')) await exited;
  };
  return {
    url: `redis://127.0.0.1:${port}`,
    flush: () => command(port, 'FLUSHALL'),
    kill: end,
    restart: async () => {
      child = await launch(folder, port);
    },
    stop: async () => {
      await end();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function launch(folder, port) {
  const words = ['--port', port, '--bind', '127.0.0.1', '--dir', folder, '--save', '', '--appendonly', 'no'];
  const child = spawn(findProgram('redis-server'), words.map(String), { stdio: 'ignore' });
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const answer = await command(port, 'PING').catch(() => '');
    if (answer.startsWith('+PONG')) return child;
    await sleep(25);
  }
  child.kill('SIGKILL');
  throw new Error('Redis did not start');
}

function command(port, word) {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(`${word}\r\n`));
    socket.setTimeout(5_000, () => socket.destroy(new Error('Redis did not answer')));
    socket.once('error', reject);
    socket.once('data', (chunk) => {
      socket.destroy();
      resolve(String(chunk));
    });
  });
}

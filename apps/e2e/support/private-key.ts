import { execFile } from 'node:child_process';
import { createPrivateKey } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import type { Page, Request } from '@playwright/test';
import { containerPath } from './instance.js';
import { PASSWORD, type Person } from './people.js';

const run = promisify(execFile);

/** Everything a page sends from now on. */
export function recordRequests(page: Page): Request[] {
  const requests: Request[] = [];
  page.on('request', (request) => requests.push(request));
  return requests;
}

/**
 * Which secrets of a person's key file are found in what was sent: the file itself, its password, the private key,
 * each as bytes, as hexadecimal and inside anything written in base64.
 *
 * @returns `what: where` for each; empty when the key has not left the browser
 */
export async function secretsIn(requests: readonly Request[], { email }: Person): Promise<string[]> {
  const secrets = await secretsOf(email);
  return requests.flatMap((request) => {
    const views = viewsOf(request);
    return Object.entries(secrets)
      .filter(([, secret]) => views.some((view) => view.includes(secret)))
      .map(([name]) => `${name}: ${request.method()} ${request.url()}`);
  });
}

async function secretsOf(email: string): Promise<Record<string, Buffer>> {
  const container = await readFile(containerPath(email));
  const words = ['pkcs12', '-in', containerPath(email), '-passin', `pass:${PASSWORD}`, '-nodes', '-nocerts'];
  const { stdout } = await run('openssl', words);
  const key = createPrivateKey(stdout);
  const number = Buffer.from(key.export({ format: 'jwk' }).d ?? '', 'base64url');
  const middle = container.subarray(container.length >> 1, (container.length >> 1) + 48);
  return {
    'the container': middle,
    'its password': Buffer.from(PASSWORD),
    'the private key': number,
    'the private key in hexadecimal': Buffer.from(number.toString('hex')),
  };
}

/** Address, headers and body as they are, and what their base64 words hold. */
function viewsOf(request: Request): Buffer[] {
  const body = request.postDataBuffer() ?? Buffer.alloc(0);
  const raw = Buffer.concat([Buffer.from(`${request.url()}\n${JSON.stringify(request.headers())}\n`), body]);
  const words = raw.toString('latin1').match(/[A-Za-z0-9+/_-]{32,}={0,2}/g) ?? [];
  return [raw, ...words.map((word) => Buffer.from(word, 'base64'))];
}

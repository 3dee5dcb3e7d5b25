import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { baseUrl } from './support/instance.js';
import { expect, test } from './support/test.js';

const run = promisify(execFile);
const SCRIPT = join(import.meta.dirname, '..', '..', 'docs', 'integration', 'walk.sh');

test('the walk of docs/integration, with curl, a token and OpenSSL, ends with a performed contract', async () => {
  test.setTimeout(120_000);
  const { stdout } = await run('bash', [SCRIPT], { env: { ...process.env, BASE: baseUrl } });
  const lines = stdout.trim().split('\n');
  expect(lines[0]).toMatch(/^token /);
  expect(lines.slice(2)).toEqual([
    'submit-approval → На согласовании',
    'request-revision → Проект на доработке',
    'reopen → Проект',
    'submit-approval → На согласовании',
    'approve → Проект согласован',
    'submit-signing → На подписании',
    'sign → Подписано получателем',
    'sign → Заключен',
    expect.stringMatching(/^bundle \d+ bytes$/),
    'close → Исполнен',
  ]);
});

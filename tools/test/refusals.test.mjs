import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { freePort } from '../postgres/ports.mjs';
import { createWorkspace } from './support/workspace.mjs';

let workspace;
const servers = [];
beforeAll(async () => {
  workspace = await createWorkspace({ installed: false });
});
afterAll(() => {
  for (const server of servers) server.close();
  workspace.remove();
});

/** A server that greets every visitor with the text, or says nothing at all. */
async function listen(greeting) {
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    if (greeting) socket.write(greeting);
  });
  servers.push(server);
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  server.unref();
  return server.address().port;
}

async function refuse(words, env) {
  const began = Date.now();
  const run = workspace.run(words, env);
  const code = await run.ended;
  return { code, output: run.output, seconds: (Date.now() - began) / 1000 };
}

const nothingInstalled = () => !existsSync(join(workspace.folder, 'node_modules'));

describe('On a fresh clone, before anything is installed,', () => {
  test.each(['start', 'test', 'jobs', 'bench'])(
    '%s refuses malformed variables, naming each',
    async (command) => {
      const { code, output } = await refuse([command], {
        PORT: 'abc',
        DATABASE_URL: 'mysql://u:S3cretWord@h/d',
      });
      expect(code).toBe(2);
      expect(output).toContain('PORT: expected a whole number from 1 to 65535');
      expect(output).toContain('DATABASE_URL: expected postgres://user:password@host:port/database');
      expect(output).not.toContain('S3cretWord');
      expect(nothingInstalled()).toBe(true);
    },
  );

  test('start refuses closed ports at once, naming each variable', async () => {
    const port = await freePort();
    const { code, output, seconds } = await refuse(['start'], {
      DATABASE_URL: `postgres://u:p@127.0.0.1:${port}/d`,
      REDIS_URL: `redis://127.0.0.1:${port}`,
      SMTP_URL: `smtp://127.0.0.1:${port}`,
    });
    expect(code).toBe(1);
    expect(output).toContain(
      `DATABASE_URL: expected PostgreSQL that answers at 127.0.0.1:${port} (ECONNREFUSED)`,
    );
    expect(output).toContain(`REDIS_URL: expected Redis that answers at 127.0.0.1:${port} (ECONNREFUSED)`);
    expect(output).toContain(
      `SMTP_URL: expected an SMTP server that answers at 127.0.0.1:${port} (ECONNREFUSED)`,
    );
    expect(seconds).toBeLessThan(5);
    expect(nothingInstalled()).toBe(true);
  });

  test('start refuses services that never answer within ten seconds', async () => {
    const port = await listen();
    const { code, output, seconds } = await refuse(['start'], {
      DATABASE_URL: `postgres://u:p@127.0.0.1:${port}/d`,
      REDIS_URL: `redis://127.0.0.1:${port}`,
      SMTP_URL: `smtp://127.0.0.1:${port}`,
    });
    expect(code).toBe(1);
    expect(output.match(/(DATABASE|REDIS|SMTP)_URL: expected .* \(no answer in 8 s\)/g)).toHaveLength(3);
    expect(seconds).toBeLessThan(10);
  });

  test('start refuses a service of another kind', async () => {
    const port = await listen('HTTP/1.1 400 Bad Request\r\n\r\n');
    const { output } = await refuse(['start'], {
      DATABASE_URL: `postgres://u:p@127.0.0.1:${port}/d`,
      REDIS_URL: `redis://127.0.0.1:${port}`,
      SMTP_URL: `smtp://127.0.0.1:${port}`,
    });
    expect(output.match(/_URL: expected .* \(something else answered\)/g)).toHaveLength(3);
  });

  test('start refuses a wrong Redis password by saying so', async () => {
    const port = await listen('-WRONGPASS invalid username-password pair or user is disabled.\r\n');
    const { output } = await refuse(['start'], { REDIS_URL: `redis://:wrong@127.0.0.1:${port}` });
    expect(output).toContain('REDIS_URL: expected a user and password that it accepts');
  });

  test('start refuses a port on which somebody listens', async () => {
    const port = await listen();
    const { code, output } = await refuse(['start'], { PORT: String(port) });
    expect(code).toBe(1);
    expect(output).toContain(`PORT: expected a free port; another program listens on ${port}`);
    expect(nothingInstalled()).toBe(true);
  });

  test('start refuses a data folder that is a file', async () => {
    const { code, output } = await refuse(['start'], { DATA_DIR: 'package.json' });
    expect(code).toBe(2);
    expect(output).toContain('DATA_DIR: expected a folder that this user can write');
  });

  test('an unknown command or word is refused with the known ones', async () => {
    expect((await refuse(['sing'], {})).output).toContain('Known: start, test,');
    expect((await refuse(['start', '--fast'], {})).output).toContain('Known: --empty');
    expect((await refuse(['test', '--only', 'nothing'], {})).output).toContain(
      'Known: --list, --only checks,',
    );
  });
});

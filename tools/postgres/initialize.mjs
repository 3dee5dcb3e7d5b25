import { spawn } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const settings = [
  '--username=postgres',
  '--auth=scram-sha-256',
  '--encoding=UTF8',
  '--locale-provider=icu',
  '--icu-locale=ru-RU',
  '--locale=C.UTF-8',
  '--no-instructions',
];

/**
 * Makes the cluster once. It is built beside its place and renamed into it, so a half-made one is never taken for whole.
 *
 * @param home the folder PostgreSQL's account owns
 * @param options `{account, binaries, environment, superuserPassword, fast}`
 */
export async function initializeCluster(home, { account, binaries, environment, superuserPassword, fast }) {
  const finished = join(home, 'data');
  if (existsSync(join(finished, 'PG_VERSION'))) return false;
  const draft = join(home, 'data.new');
  const passwordFile = join(home, 'initdb.password');
  rmSync(draft, { recursive: true, force: true });
  rmSync(passwordFile, { force: true });
  mkdirSync(draft, { mode: 0o700 });
  writeFileSync(passwordFile, superuserPassword, { mode: 0o600, flag: 'wx' });
  for (const path of [draft, passwordFile]) giveTo(account, path);
  try {
    const words = [
      `--pgdata=${draft}`,
      ...settings,
      `--pwfile=${passwordFile}`,
      ...(fast ? ['--no-sync'] : []),
    ];
    await finish(account, join(binaries, 'initdb'), words, environment);
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(draft, finished);
  return true;
}

function giveTo({ options }, path) {
  if (options.uid !== undefined) chownSync(path, options.uid, options.gid);
}

function finish(account, command, words, env) {
  const [program, ...rest] = [...account.prefix, command, ...words];
  return new Promise((resolve, reject) => {
    const child = spawn(program, rest, { ...account.options, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
    child.on('error', reject);
    child.on('close', (code, signal) =>
      code === 0
        ? resolve()
        : reject(new Error(`initdb ended with ${code ?? signal}:\n${output.slice(-2000)}`)),
    );
  });
}

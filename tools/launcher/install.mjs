import { createHash } from 'node:crypto';
import { accessSync, constants, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { runProgram } from './children.mjs';
import { Refusal } from './errors.mjs';
import { inRoot } from './paths.mjs';

const lockFile = inRoot('package-lock.json');
const stampFile = inRoot('node_modules/.praktika-stamp');
/** npm's own note of what it has put into node_modules. */
const treeFile = inRoot('node_modules/.package-lock.json');

/** What the installed tree depends on: the lock, and the Node its native parts were chosen for. */
function wantedStamp() {
  return createHash('sha256')
    .update(readFileSync(lockFile))
    .update(`${process.version} ${process.platform} ${process.arch}`)
    .digest('hex');
}

/** Whether node_modules already holds what the lock says. */
export function isInstalled() {
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8') === wantedStamp();
}

/**
 * Installs the dependencies when they are not there. The lock file is never changed.
 *
 * @param lifetime stops npm when a signal comes
 * @param report progress
 */
export async function installDependencies(lifetime, report) {
  if (isInstalled()) return;
  if (!isInstalledByHand()) {
    report.step('Installing dependencies (about a minute on a fresh clone)');
    const finished = report.during('installing dependencies');
    try {
      await install(lifetime, report);
    } finally {
      finished();
    }
  }
  writeFileSync(stampFile, wantedStamp());
}

async function install(lifetime, report) {
  const lock = readFileSync(lockFile);
  const options = { env: npmEnvironment(), stdio: report.outputOfChildren };
  const quiet = ['--no-audit', '--no-fund', '--include=dev', '--loglevel=error'];
  let code = await runProgram(lifetime, 'npm', ['ci', ...quiet], options);
  if (code !== 0) {
    // A registry without some platform's optional packages makes `npm ci` call a good lock out of step.
    report.step('npm ci failed; trying npm install');
    code = await runProgram(lifetime, 'npm', ['install', '--no-save', ...quiet], options);
    if (!lock.equals(readFileSync(lockFile))) writeFileSync(lockFile, lock);
  }
  if (code !== 0) throw new Refusal('Dependencies could not be installed: see the messages of npm above');
}

/** Whether a developer's own `npm install` has left exactly the locked versions. */
function isInstalledByHand() {
  if (!existsSync(treeFile)) return false;
  const locked = JSON.parse(readFileSync(lockFile, 'utf8')).packages;
  const present = JSON.parse(readFileSync(treeFile, 'utf8')).packages;
  return Object.entries(locked).every(
    ([place, { version, optional, peer, link }]) =>
      !place.startsWith('node_modules/') ||
      (optional && !present[place]) ||
      (peer && !present[place]) ||
      (link ? present[place]?.link : present[place]?.version === version),
  );
}

/** Without what `npm start` hands down to its child, and with a cache that this user can write. */
function npmEnvironment() {
  const inherited =
    /^(npm_(config_(omit|only|production|global|workspaces?|include)|package_|lifecycle_|command)|NODE_ENV$)/i;
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !inherited.test(name)));
  return canWriteHome() || env.npm_config_cache ? env : { ...env, ...ownHome() };
}

function canWriteHome() {
  try {
    accessSync(homedir(), constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** A system user such as `nobody` has no home; npm needs somewhere to keep its cache. */
function ownHome() {
  const home = inRoot('.data', 'npm');
  mkdirSync(home, { recursive: true });
  return {
    HOME: home,
    npm_config_cache: join(home, 'cache'),
    npm_config_logs_dir: join(dirname(home), 'npm-logs'),
  };
}

import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { runProgram } from '../children.mjs';

/** The first of the programs that is on the PATH, as a full path. */
export function findProgram(...names) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable);
}

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

const canInstall = () =>
  process.getuid?.() === 0 && existsSync('/etc/debian_version') && findProgram('apt-get') !== undefined;

/** A program of this machine; as root on Debian it is installed when it is missing. @returns its path or undefined */
export async function ensureProgram(names, debianPackage, { lifetime, report }) {
  const present = findProgram(...names);
  if (present || !canInstall()) return present;
  report.step(`Installing ${debianPackage} with apt-get`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const finished = report.during(`installing ${debianPackage}`);
  try {
    await runProgram(lifetime, 'apt-get', ['update', '-qq'], { env });
    await runProgram(
      lifetime,
      'apt-get',
      ['install', '-y', '-qq', '--no-install-recommends', debianPackage],
      { env },
    );
  } finally {
    finished();
  }
  return findProgram(...names);
}

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { root } from '../paths.mjs';

/**
 * A fingerprint of all tracked files as they are now; undefined where there is no git.
 * @returns `{digest, changed}`; `changed` lists the files that differ from the last commit
 */
export function trackedFiles() {
  const git = (...words) => spawnSync('git', words, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28 });
  const status = git('status', '--porcelain', '--untracked-files=no');
  if (status.status !== 0) return undefined;
  const digest = createHash('sha256').update(status.stdout).update(git('diff', 'HEAD').stdout).digest('hex');
  return { digest, changed: status.stdout.split('\n').filter(Boolean) };
}

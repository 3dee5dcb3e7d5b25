import { readFileSync } from 'node:fs';
import { inRoot } from '../launcher/paths.mjs';
import { findAddresses, findMissing } from '../lock-fill.mjs';

/** The lock must serve `npm ci` on every platform and from every registry. @returns complaints */
export function checkLock() {
  const { packages } = JSON.parse(readFileSync(inRoot('package-lock.json'), 'utf8'));
  const problems = [
    ...findMissing(packages).map(({ name, version }) => `no entry for ${name}@${version}`),
    ...findAddresses(packages).map(([place]) => `a registry address in ${place}`),
  ];
  return problems.length === 0 ? [] : [...problems, 'run: node tools/lock-fill.mjs'];
}

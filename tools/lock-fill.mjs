/**
 * Completes package-lock.json: `node tools/lock-fill.mjs`, after every `npm install`; `--check` only tells.
 *
 * npm silently leaves an optional package out of the lock when the registry at hand does not offer it (mostly the
 * binaries of another platform), and `npm ci` then calls the lock out of step. The missing entry is written from what
 * its parent says; without a checksum, because the archive was never seen.
 */
import { readFileSync, writeFileSync } from 'node:fs';

const systems = [
  'darwin',
  'win32',
  'linux',
  'freebsd',
  'android',
  'openharmony',
  'aix',
  'sunos',
  'openbsd',
  'netbsd',
];
const processors = ['arm64', 'x64', 'ia32', 'ppc64', 's390x', 'riscv64', 'loong64', 'arm'];

const folderOf = (place) => (place === '' ? '' : `${place}/`);

/** The places where a `require` of the name from `from` looks, nearest first. */
function* placesFor(from, name) {
  for (let place = from; ;) {
    yield `${folderOf(place)}node_modules/${name}`;
    if (place === '') return;
    const cut = place.lastIndexOf('/node_modules/');
    place = cut === -1 ? '' : place.slice(0, cut);
  }
}

/** Where the entry should stand, or undefined when a fitting one is there: exact versions only fit themselves. */
function missingPlace(packages, from, name, version) {
  const found = [...placesFor(from, name)].find((place) => packages[place]);
  if (!found) return `node_modules/${name}`;
  const fits = !/^\d+\.\d+\.\d+/.test(version) || packages[found].version === version;
  return fits ? undefined : `${folderOf(from)}node_modules/${name}`;
}

/** What the lock says about a platform's package; undefined when the name or the version does not tell enough. */
function describeBinary(name, version, parent) {
  const wasm = name.includes('wasm32');
  const system = systems.find((word) => name.includes(word));
  if ((!system && !wasm) || !/^\d+\.\d+\.\d+/.test(version)) return undefined;
  const processor = wasm ? 'wasm32' : processors.find((word) => name.includes(word));
  return {
    version,
    ...(processor ? { cpu: [processor] } : {}),
    ...(parent.dev ? { dev: true } : {}),
    optional: true,
    ...(system ? { os: [system] } : {}),
    ...(system === 'linux' ? { libc: [name.includes('musl') ? 'musl' : 'glibc'] } : {}),
  };
}

/**
 * The optional packages that some package asks for and the lock does not have.
 *
 * @param packages the `packages` of a lock file
 * @returns `{place, name, version, parent}` for each
 */
export function findMissing(packages) {
  return Object.entries(packages).flatMap(([from, parent]) =>
    Object.entries(parent.optionalDependencies ?? {}).flatMap(([name, version]) => {
      const place = missingPlace(packages, from, name, version);
      return place ? [{ place, name, version, parent }] : [];
    }),
  );
}

/** Registry addresses in a lock tie it to one registry; a workspace's link keeps its path. */
export function findAddresses(packages) {
  return Object.entries(packages).filter(([, { resolved, link }]) => resolved !== undefined && !link);
}

/** The lock with an entry for each missing package and without addresses. @throws when an entry cannot be written */
export function complete(lock) {
  const packages = { ...lock.packages };
  for (const [place, { resolved: _address, ...entry }] of findAddresses(packages)) packages[place] = entry;
  for (const { place, name, version, parent } of findMissing(packages)) {
    const entry = describeBinary(name, version, parent);
    if (!entry)
      throw new Error(`Cannot describe ${name}@${version}: it is not a platform's package of one version`);
    packages[place] = entry;
  }
  const ordered = Object.entries(packages).sort(([a], [b]) => a.localeCompare(b, 'en'));
  return { ...lock, packages: Object.fromEntries(ordered) };
}

function main(check) {
  const file = new URL('../package-lock.json', import.meta.url);
  const lock = JSON.parse(readFileSync(file, 'utf8'));
  const problems = [
    ...findMissing(lock.packages).map(({ name, version }) => `no entry for ${name}@${version}`),
    ...findAddresses(lock.packages).map(([place]) => `an address in ${place}`),
  ];
  for (const problem of problems) console.log(`${check ? 'found' : 'mended'}: ${problem}`);
  if (check) process.exitCode = problems.length === 0 ? 0 : 1;
  if (!check && problems.length > 0) writeFileSync(file, `${JSON.stringify(complete(lock), null, 2)}\n`);
}

if (process.argv[1]?.endsWith('lock-fill.mjs')) main(process.argv.includes('--check'));

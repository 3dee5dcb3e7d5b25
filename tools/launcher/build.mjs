import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { requireNodeProgram } from './children.mjs';
import { apiProgram, inRoot, programs, root, webRoot } from './paths.mjs';

const stampFile = inRoot('node_modules/.praktika-build-stamp');
const sharedFiles = ['package-lock.json', 'tsconfig.base.json', 'nx.json'];
const projects = ['apps/api', 'apps/web', 'libs/contracts', 'libs/environment', 'libs/signing'];
const notSources = new Set(['node_modules', 'dist', 'test', 'coverage', '.data', '.nx']);
const results = [
  apiProgram('main'),
  join(webRoot, 'index.html'),
  inRoot('libs/contracts/dist/index.js'),
  inRoot('libs/signing/dist/index.js'),
];

/** Generated next to the sources by the web's build (git ignores them). */
const isGenerated = (path) => /^apps\/web\/(?!env)[^/]+\.d\.ts$/.test(path) || path.endsWith('.tsbuildinfo');

function* sourcesIn(folder) {
  if (!existsSync(folder)) return;
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && !notSources.has(entry.name)) yield* sourcesIn(path);
    if (entry.isFile() && !isGenerated(relative(root, path))) yield path;
  }
}

/** A digest of everything a build reads. */
function digestSources() {
  const hash = createHash('sha256').update(process.version);
  const files = [
    ...sharedFiles.map((file) => inRoot(file)),
    ...projects.flatMap((folder) => [...sourcesIn(inRoot(folder))]),
  ];
  for (const file of files)
    hash.update(relative(root, file)).update('\0').update(readFileSync(file)).update('\0');
  return hash.digest('hex');
}

/** Settings under which nx keeps to itself: no background process, no cloud, native files inside the clone. */
const nxEnvironment = () => ({
  ...process.env,
  NX_DAEMON: 'false',
  NX_TUI: 'false',
  NX_NO_CLOUD: 'true',
  NX_NATIVE_FILE_CACHE_DIRECTORY: inRoot('.nx', 'native'),
  NODE_ENV: '',
});

/**
 * Builds the libraries, the API and the web. Unchanged sources cost only reading them;
 * changed ones are built project by project through nx's cache.
 */
export async function buildAll(lifetime, report) {
  const digest = digestSources();
  const known = existsSync(stampFile) && readFileSync(stampFile, 'utf8') === digest;
  if (known && results.every((file) => existsSync(file))) return;
  await runNx(lifetime, report, ['run-many', '--targets=build']);
  writeFileSync(stampFile, digest);
}

/** Builds one project and what it depends on. */
export const buildProject = (lifetime, report, name) => runNx(lifetime, report, ['run', `${name}:build`]);

async function runNx(lifetime, report, words) {
  report.step('Building');
  const finished = report.during('building');
  mkdirSync(inRoot('.nx', 'native'), { recursive: true });
  try {
    await requireNodeProgram(lifetime, 'The build', [programs.nx, ...words, '--outputStyle=stream'], {
      env: nxEnvironment(),
      stdio: report.outputOfChildren,
    });
  } finally {
    finished();
  }
}

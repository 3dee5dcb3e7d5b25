/**
 * How much JavaScript a page brings, measured on the built files: the page's own chunks and everything they import
 * statically, gzipped. What a page loads only on demand (PDF viewer, calendar, key opening) is not counted, and it
 * must not have slipped into a page either. Fails when a page is over its budget.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const dist = new URL('../dist/', import.meta.url);
const KILOBYTE = 1024;
const ENTRY = 'index.html';

/** Budgets in KB of gzipped JavaScript. */
const PAGES = [
  {
    name: 'sign-in',
    limit: 200,
    chunks: [ENTRY, 'src/app/layouts/PublicLayout.vue', 'src/features/auth/views/LoginView.vue'],
  },
  {
    name: 'registry',
    limit: 300,
    chunks: [ENTRY, 'src/app/layouts/CabinetLayout.vue', 'src/features/documents/views/RegistryView.vue'],
  },
  {
    name: 'card',
    limit: 300,
    chunks: [ENTRY, 'src/app/layouts/CabinetLayout.vue', 'src/features/documents/views/DocumentView.vue'],
  },
];

/** Modules that only a press may load. */
const ON_DEMAND = [/pdfjs-dist/, /UiCalendar/, /UiPdf/, /signing\/dist\/browser/];

/** Every chunk a page needs before it can be shown. */
function staticClosure(manifest, roots) {
  const seen = new Set();
  const visit = (key) => {
    const chunk = manifest[key];
    if (!chunk) throw new Error(`${key} is not in the manifest: build first, or correct the budget's list`);
    if (seen.has(key)) return;
    seen.add(key);
    for (const next of chunk.imports ?? []) visit(next);
  };
  roots.forEach(visit);
  return [...seen];
}

function measure(manifest, page) {
  const keys = staticClosure(manifest, page.chunks);
  const files = [...new Set(keys.map((key) => manifest[key].file))].filter((file) => file.endsWith('.js'));
  const bytes = files.reduce(
    (sum, file) => sum + gzipSync(readFileSync(new URL(file, dist)), { level: 9 }).length,
    0,
  );
  const slipped = keys.filter((key) => ON_DEMAND.some((pattern) => pattern.test(manifest[key].src ?? key)));
  return { kilobytes: bytes / KILOBYTE, files: files.length, slipped };
}

export function checkBudgets(manifest = readManifest()) {
  return PAGES.map((page) => ({ ...page, ...measure(manifest, page) }));
}

function readManifest() {
  return JSON.parse(readFileSync(new URL('.vite/manifest.json', dist), 'utf8'));
}

function main() {
  let over = false;
  for (const { name, limit, kilobytes, files, slipped } of checkBudgets()) {
    const bad = kilobytes > limit || slipped.length > 0;
    over ||= bad;
    console.log(
      `${bad ? 'OVER' : 'ok  '} ${name.padEnd(10)} ${kilobytes.toFixed(1).padStart(7)} KB of ${limit} KB gzip, ${files} files`,
    );
    for (const key of slipped) console.log(`     loaded at once, should wait for a press: ${key}`);
  }
  process.exitCode = over ? 1 : 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main();

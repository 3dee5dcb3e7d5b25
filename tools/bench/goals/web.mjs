import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { inRoot } from '../paths.mjs';

const DIST = inRoot('apps/web/dist');

/** What a browser loads before the page can be used: the entry, the page's layout, view and texts, and what they import. */
const PAGES = [
  { what: 'sign-in page, JavaScript', most: 200, parts: ['PublicLayout', 'LoginView'] },
  { what: 'registry, JavaScript', most: 300, parts: ['CabinetLayout', 'RegistryView', 'cabinet'] },
];

/** Kilobytes (1,000 bytes) of gzipped JavaScript, from the manifest of the build. */
export function web() {
  const manifest = JSON.parse(readFileSync(`${DIST}/.vite/manifest.json`, 'utf8'));
  return PAGES.map(({ what, most, parts }) => {
    const kilobytes = sizeOf(manifest, parts) / 1000;
    return { what: `${what}, gzip`, goal: { most }, unit: ' KB', ...same(kilobytes) };
  });
}

const same = (value) => ({ median: value, min: value, max: value });

function sizeOf(manifest, parts) {
  const chunks = Object.entries(manifest);
  const roots = chunks.filter(([, chunk]) => chunk.isEntry || parts.includes(chunk.name)).map(([key]) => key);
  if (roots.length !== parts.length + 1) throw new Error(`the web's build has no ${parts.join(' or ')}`);
  const files = new Set();
  const add = (key) => {
    const { file, imports = [] } = manifest[key];
    if (files.has(file)) return;
    files.add(file);
    imports.forEach(add);
  };
  roots.forEach(add);
  const scripts = [...files].filter((file) => file.endsWith('.js'));
  return scripts.reduce((sum, file) => sum + gzipSync(readFileSync(`${DIST}/${file}`)).length, 0);
}

import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transformSync, version } from '@swc/core';

/**
 * Node's module hooks for TypeScript sources: swc compiles them on the way in (tsc checks their types apart), and what
 * it made of a source is kept for the next process.
 */

const options = {
  jsc: {
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
    target: 'es2022',
    keepClassNames: true,
    experimental: { keepImportAttributes: true },
  },
  module: { type: 'es6' },
  sourceMaps: 'inline',
  swcrc: false,
};

const cache = fileURLToPath(new URL('../../node_modules/.cache/praktika-typescript', import.meta.url));
mkdirSync(cache, { recursive: true });

/** Sources name each other as they are called after the build: `./x.js` is `./x.ts`. */
export function resolve(specifier, context, next) {
  const isOfSource = /^\.{1,2}\/.*\.js$/.test(specifier) && context.parentURL?.endsWith('.ts');
  if (!isOfSource) return next(specifier, context);
  const source = new URL(specifier.replace(/\.js$/, '.ts'), context.parentURL);
  if (!existsSync(source)) return next(specifier, context);
  return { url: source.href, format: 'module', shortCircuit: true };
}

export function load(url, context, next) {
  if (!/^file:.*(?<!\.d)\.ts$/.test(url)) return next(url, context);
  return { format: 'module', source: compile(fileURLToPath(url)), shortCircuit: true };
}

function compile(filename) {
  const source = readFileSync(filename, 'utf8');
  const key = createHash('sha256')
    .update(JSON.stringify([version, options, filename, source]))
    .digest('hex');
  const kept = join(cache, `${key}.mjs`);
  if (existsSync(kept)) return readFileSync(kept, 'utf8');
  const { code } = transformSync(source, { ...options, filename });
  const draft = `${kept}.${process.pid}`;
  writeFileSync(draft, code);
  renameSync(draft, kept); // two workers may compile the same source at once
  return code;
}

import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of the repository. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** A path inside the repository. */
export const inRoot = (...parts) => join(root, ...parts);

/** Programs installed from npm, run by this very Node: no shell and no `.bin` between a signal and the program. */
export const programs = {
  nx: inRoot('node_modules/nx/dist/bin/nx.js'),
  jest: inRoot('node_modules/jest/bin/jest.js'),
  vitest: inRoot('node_modules/vitest/vitest.mjs'),
  playwright: inRoot('node_modules/@playwright/test/cli.js'),
  openapiTypescript: inRoot('node_modules/openapi-typescript/bin/cli.js'),
};

/** The API's entry points after the build. */
export const apiProgram = (name) => inRoot('apps/api/dist', `${name}.js`);

/** The built web, served by the API in the one-machine set-up. */
export const webRoot = inRoot('apps/web/dist');

import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(fileURLToPath(import.meta.url), '../../..');

/** A path from the root of the repository. */
export const inRoot = (...parts) => join(root, ...parts);

/** A path inside the bench's own folder. */
export const inBench = (...parts) => inRoot('tools', 'bench', ...parts);

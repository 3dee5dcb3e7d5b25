import { accessSync, constants, mkdirSync, statSync } from 'node:fs';
import { describeProblem, readEnvironment } from '../../libs/environment/index.mjs';
import { Refusal } from './errors.mjs';
import { root } from './paths.mjs';

/**
 * The checked environment; refused before anything is installed or started.
 *
 * @throws Refusal that names every wrong variable and what it should hold
 */
export function readSettings(env = process.env) {
  const result = readEnvironment(env, { directory: root });
  if (!result.ok) {
    throw new Refusal(
      ['The environment is not usable:', ...result.problems.map(describeProblem)].join('\n  '),
      {
        exitCode: 2,
      },
    );
  }
  return result.values;
}

/** Makes the data folder; others may pass through it, because PostgreSQL may run as another account. */
export function prepareDataDirectory({ dataDirectory }) {
  try {
    mkdirSync(dataDirectory, { recursive: true, mode: 0o711 });
    if (!statSync(dataDirectory).isDirectory()) throw new Error('not a folder');
    accessSync(dataDirectory, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (cause) {
    throw new Refusal(`DATA_DIR: expected a folder that this user can write (${dataDirectory})`, {
      exitCode: 2,
      cause,
    });
  }
}

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readOrCreateSecret } from '../../libs/environment/index.mjs';

/**
 * The random passwords of the three login roles, each in a 0600 file.
 *
 * @param directory the instance's PostgreSQL folder
 * @returns {{superuser: string, owner: string, app: string}}
 */
export function readPasswords(directory) {
  const of = (role) => readOrCreateSecret(join(directory, 'passwords'), `${role}.password`);
  return { superuser: of('superuser'), owner: of('owner'), app: of('app') };
}

/** Whether the password the cluster was made with is still at hand. */
export function hasSuperuserPassword(directory) {
  return existsSync(join(directory, 'passwords', 'superuser.password'));
}

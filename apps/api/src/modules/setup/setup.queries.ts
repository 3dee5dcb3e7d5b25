import type { Statement } from '../../core/database/index.js';

/** Does any organization have people who sign in for it? */
export const SOMEBODY_ACTS: Statement = {
  name: 'setup.somebody-acts',
  text: 'SELECT EXISTS (SELECT FROM organizations WHERE acting) AS acting',
};

/** What a set-up link is worth: it opens the set-up, was used already, or is none of this installation's. */
export type LinkState = 'OPEN' | 'USED' | 'UNKNOWN';

export interface LinkStateRow {
  readonly state: LinkState;
}

/** Values: hash of the token. */
export const LINK_STATE: Statement = {
  name: 'setup.link-state',
  text: 'SELECT setup_state($1) AS state',
};

/**
 * Values: hash of the token; ids of the organization, the person and the membership; surname, given name, patronymic,
 * e-mail, password hash, now. Anything but OPEN means that nothing was written.
 */
export const COMPLETE_SETUP: Statement = {
  name: 'setup.complete',
  text: 'SELECT complete_setup($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) AS state',
};

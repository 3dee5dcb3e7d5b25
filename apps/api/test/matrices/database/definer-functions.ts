import { DOCUMENT_FUNCTIONS } from './document-functions.js';
import { MARKETPLACE_FUNCTIONS } from './marketplace-functions.js';
import { PEOPLE_FUNCTIONS } from './people-functions.js';
import type { DefinerCase } from './probe.js';

/** Every SECURITY DEFINER function there is; the test fails for one that is not here. */
export const DEFINER_FUNCTIONS: Readonly<Record<string, DefinerCase>> = {
  ...PEOPLE_FUNCTIONS,
  ...DOCUMENT_FUNCTIONS,
  ...MARKETPLACE_FUNCTIONS,
};

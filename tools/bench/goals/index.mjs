import { approve } from './approve.mjs';
import { batch } from './batch.mjs';
import { card } from './card.mjs';
import { exports } from './exports.mjs';
import { listings, organizations } from './marketplace.mjs';
import { imports } from './import.mjs';
import { memory } from './memory.mjs';
import { pages } from './pages.mjs';
import { registry } from './registry.mjs';
import { reminders } from './reminders.mjs';
import { sign } from './sign.mjs';
import { textSearch } from './text-search.mjs';
import { web } from './web.mjs';

/** Name for `--only` → its measurement, in the order they run: `(stage) => rows of the report`. */
export const goals = {
  web,
  registry,
  card,
  approve,
  sign,
  batch,
  pages,
  search: textSearch,
  memory,
  reminders,
  exports,
  organizations,
  listings,
  imports,
};

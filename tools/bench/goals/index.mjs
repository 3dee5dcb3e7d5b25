import { approve } from './approve.mjs';
import { card } from './card.mjs';
import { memory } from './memory.mjs';
import { pages } from './pages.mjs';
import { registry } from './registry.mjs';
import { reminders } from './reminders.mjs';
import { sign } from './sign.mjs';
import { web } from './web.mjs';

/** Name for `--only` → its measurement, in the order they run: `(stage) => rows of the report`. */
export const goals = { web, registry, card, approve, sign, pages, memory, reminders };

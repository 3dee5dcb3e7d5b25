import { card } from './card.mjs';
import { registry } from './registry.mjs';

/** Name for `--only` → its measurement, in the order they run: `(stage) => rows of the report`. */
export const goals = { registry, card };

/**
 * The ledger of a drill (reliability): every command sent and every answer to it, in order, so that afterwards what
 * was acknowledged can be compared with what is in the database.
 */
import { appendFileSync } from 'node:fs';

/** @param file where each line is also appended as JSON, for looking at a failure; none by default */
export function createLedger(file) {
  const lines = [];
  const counts = new Map();
  return {
    lines,
    /** Adds a line: `{what, key, …}`. */
    add(line) {
      const entry = { at: Date.now(), ...line };
      lines.push(entry);
      counts.set(line.what, this.count(line.what) + 1);
      if (file) appendFileSync(file, `${JSON.stringify(entry)}\n`);
    },
    /** How many lines of a kind there are. */
    count: (what) => counts.get(what) ?? 0,
    /** Milliseconds each answered request took, sorted. */
    times: () =>
      lines
        .map(({ ms }) => ms)
        .filter((ms) => ms !== undefined)
        .sort((a, b) => a - b),
  };
}

/** The value below which a share of sorted numbers lies; 0 of none. */
export const percentile = (sorted, share) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

/** Items by what a function answers for each, in the order of appearance. */
export function groupBy(items, keyOf) {
  const groups = new Map();
  for (const item of items) {
    const key = keyOf(item);
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return groups;
}

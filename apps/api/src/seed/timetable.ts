import type { Step } from './scenarios.js';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Office hours in Moscow, as hours UTC. */
const FIRST_HOUR = 6;
const HOURS = 8;

/**
 * When a document was created and when each of its steps was made: the last one `restsFor` days ago, every one in
 * office hours, none in the future, each later than the one before.
 *
 * @param index spreads documents over the hours of a day
 * @returns the creation, then the steps
 */
export function timetable(now: Date, restsFor: number, steps: readonly Step[], index: number): Date[] {
  const gaps = steps.map(([days]) => days);
  const total = gaps.reduce((sum, days) => sum + days, 0);
  const today = Math.floor(now.getTime() / DAY_MS) * DAY_MS;
  const instants = [0, ...gaps].map((_, step) => {
    const passed = gaps.slice(0, step).reduce((sum, days) => sum + days, 0);
    const minutes = ((index * 37 + step * 53) % (HOURS * 60)) + FIRST_HOUR * 60;
    return today - (restsFor + total - passed) * DAY_MS + minutes * 60_000;
  });
  return instants.map((instant) => new Date(Math.min(instant, now.getTime())));
}

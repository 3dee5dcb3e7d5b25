/** Waiting for what happens by itself. */
import { setTimeout as sleep } from 'node:timers/promises';
import { rowsOf } from './databases.mjs';

/** A mail whose sender was killed goes to another after two minutes, at the next look of a minute. */
export const longestLease = 200_000;

const WAITING = `
  SELECT (SELECT count(*) FROM outbox WHERE handled_at IS NULL)::int AS events,
         (SELECT count(*) FROM mails WHERE status = 'QUEUED')::int AS mails`;

/** Asks again and again until the answer is true. @returns milliseconds it took @throws when the time is over */
export async function until(what, condition, limit = 30_000, pause = 50) {
  const began = Date.now();
  while (!(await condition())) {
    if (Date.now() - began > limit) throw new Error(`${what}: not within ${limit / 1000} s`);
    await sleep(pause);
  }
  return Date.now() - began;
}

/** Waits until every event is handled and no mail waits. @returns milliseconds it took */
export async function settle(ownerUrl, limit) {
  let last;
  const isSettled = async () => {
    [last] = await rowsOf(ownerUrl, WAITING);
    return last.events === 0 && last.mails === 0;
  };
  return until('everything is told and sent', isSettled, limit, 250).catch((error) => {
    throw new Error(`${error.message} (${JSON.stringify(last)})`);
  });
}

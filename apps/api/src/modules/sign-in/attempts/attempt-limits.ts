const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Failures that lock an account, and the time they must fall into (reliability.md T20). */
const BURST = { failures: 10, within: 15 * MINUTE };
/** The first lock; each further burst of the day doubles it up to the longest. */
const LOCK = { first: 15 * MINUTE, longest: HOUR };
/** Failures one address may cause in an hour, whatever accounts it tries. */
const ADDRESS = { failures: 100, within: HOUR };

/** How far back failures are remembered. */
export const ATTEMPTS_REMEMBERED_MS = 24 * HOUR;

/** As many of the newest failures as the rules below can need. */
export const NEWEST_FAILURES = { account: 40, address: ADDRESS.failures };

/**
 * When the next attempt is allowed, or undefined when it is allowed now.
 *
 * @param account instants of the account's failures since its last success, newest first, of the last 24 hours
 * @param address instants of the address's failures, newest first
 */
export function lockedUntil(account: readonly Date[], address: readonly Date[], now: Date): Date | undefined {
  const ends = [accountLock(account), addressLock(address)].filter((end): end is number => end !== undefined);
  const latest = Math.max(...ends);
  return latest > now.getTime() ? new Date(latest) : undefined;
}

/** Attempts made under a lock are not counted, so a lock always ends; ten more failures bring a longer one. */
function accountLock(failures: readonly Date[]): number | undefined {
  const [newest] = failures;
  const first = failures[BURST.failures - 1];
  if (!newest || !first || newest.getTime() - first.getTime() >= BURST.within) return undefined;
  const bursts = Math.floor(failures.length / BURST.failures);
  return newest.getTime() + Math.min(LOCK.first * 2 ** (bursts - 1), LOCK.longest);
}

function addressLock(failures: readonly Date[]): number | undefined {
  const oldest = failures[ADDRESS.failures - 1];
  return oldest && oldest.getTime() + ADDRESS.within;
}

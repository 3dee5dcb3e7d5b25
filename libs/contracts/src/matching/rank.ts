import type { MatchReason } from './reasons.js';

/** Something that fits, with its reasons. */
export interface Match<Candidate> {
  readonly candidate: Candidate;
  readonly score: number;
  readonly reasons: readonly MatchReason[];
}

/** What reasons are worth together: a further reason never makes it less. */
export const scoreOf = (reasons: readonly Pick<MatchReason, 'weight'>[]): number =>
  reasons.reduce((sum, { weight }) => sum + weight, 0);

/**
 * Candidates that fit, best first; equal ones in the order of their keys, so that the order in which they came does not
 * matter. Of several with one key the best stays.
 *
 * @param keyOf what a candidate is shown once for
 * @param tieOf tells apart candidates of one key that fit equally well
 * @param most how many at most
 */
export function rankMatches<Candidate>(
  candidates: readonly Candidate[],
  reasonsOf: (candidate: Candidate) => readonly MatchReason[],
  keyOf: (candidate: Candidate) => string,
  tieOf: (candidate: Candidate) => string,
  most: number,
): Match<Candidate>[] {
  const order = (one: Match<Candidate>, other: Match<Candidate>) =>
    other.score - one.score ||
    compare(keyOf(one.candidate), keyOf(other.candidate)) ||
    compare(tieOf(one.candidate), tieOf(other.candidate));
  const fitting = candidates
    .map((candidate) => ({ candidate, reasons: reasonsOf(candidate) }))
    .filter(({ reasons }) => reasons.length > 0)
    .map((match) => ({ ...match, score: scoreOf(match.reasons) }))
    .sort(order);
  const seen = new Set<string>();
  return fitting.filter(({ candidate }) => isNew(seen, keyOf(candidate))).slice(0, most);
}

function isNew(seen: Set<string>, key: string): boolean {
  const known = seen.has(key);
  seen.add(key);
  return !known;
}

const compare = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);

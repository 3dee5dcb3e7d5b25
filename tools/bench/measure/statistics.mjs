/** The middle one; between the two middle ones of an even number. */
export function median(values) {
  const sorted = [...values].sort((left, right) => left - right);
  const middle = sorted.length / 2;
  return sorted.length % 2 === 1 ? sorted[Math.floor(middle)] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/**
 * The ratio of two contenders' medians, and the least and greatest ratio within one round.
 *
 * @param above one figure per round
 * @param below the other contender's, of the same rounds
 * @returns `{median, min, max}`
 */
export function ratio(above, below) {
  const byRound = above.map((value, round) => value / below[round]);
  return { median: median(above) / median(below), min: Math.min(...byRound), max: Math.max(...byRound) };
}

/** The figure that a share of all do not reach; the greatest where there are too few to tell. */
export function percentile(values, share) {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

export const p95 = (values) => percentile(values, 0.95);

/**
 * How many times slower the slow answers of rounds too short for a p95 of their own are: the p95 of all rounds together,
 * so that one bad round is enough to spoil it, against the median round of the other contender, which no bad round
 * improves. The spread is that of single rounds.
 *
 * @param above the answers' times, a list per round
 * @param below the other contender's, of the same rounds
 * @returns `{median, min, max}`
 */
export function ratioOfP95(above, below) {
  const { min, max } = ratio(above.map(p95), below.map(p95));
  return { median: p95(above.flat()) / median(below.map(p95)), min, max };
}

/** One figure that needs no comparison, with its own spread. */
export function figure(values) {
  return { median: median(values), min: Math.min(...values), max: Math.max(...values) };
}

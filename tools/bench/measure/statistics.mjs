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

/** One figure that needs no comparison, with its own spread. */
export function figure(values) {
  return { median: median(values), min: Math.min(...values), max: Math.max(...values) };
}

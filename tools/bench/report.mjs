import { cpus, loadavg, totalmem } from 'node:os';

/**
 * Judges by the median; a goal is missed only when the whole spread misses it (performance.md §0).
 *
 * @returns 'met', 'near' (the median misses, some rounds do not), 'MISSED', or '' for a figure without a goal
 */
export function verdictOf({ goal, median, min, max }) {
  if (!goal) return '';
  const reaches = (value) => (goal.least === undefined ? value <= goal.most : value >= goal.least);
  if (reaches(median)) return 'met';
  return reaches(goal.least === undefined ? min : max) ? 'near' : 'MISSED';
}

/** The table for people: one line per goal. */
export function table(rows) {
  const cells = rows.map((row) => [
    row.what,
    goalText(row),
    number(row.median, row.unit),
    row.min === row.max ? '' : `${number(row.min)}–${number(row.max)}`,
    verdictOf(row),
  ]);
  const lines = [['what', 'goal', 'median', 'min–max', 'verdict'], ...cells];
  const widths = lines[0].map((_, column) => Math.max(...lines.map((line) => line[column].length)));
  return lines
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column]))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** On what it was measured: without it no figure can be compared with another run's. */
export function machine() {
  const [cpu] = cpus();
  const load = loadavg()[0].toFixed(1);
  const memory = (totalmem() / 2 ** 30).toFixed(0);
  return `${cpus().length} × ${cpu.model.trim()}, ${memory} GiB, Node ${process.version}, load before ${load}`;
}

function goalText({ goal, unit = '' }) {
  if (!goal) return '';
  return goal.least === undefined ? `≤ ${goal.most}${unit}` : `≥ ${goal.least.toFixed(2)}${unit}`;
}

function number(value, unit = '') {
  return (value >= 20 ? value.toFixed(0) : value.toFixed(2)) + unit;
}

import type { TransitionTable } from './transition.js';

export interface TableShape<Status extends string> {
  readonly statuses: readonly Status[];
  readonly initial: Status;
  readonly terminal: readonly Status[];
}

/**
 * Checks a lifecycle table as a graph, at start-up and in tests. Returns the list of defects, empty when sound:
 * unknown statuses, statuses nothing leads to, dead ends that are not declared terminal, exits from terminal
 * statuses, and two rows of one action that claim the same (status, party).
 */
export function validateTable<Status extends string, Action extends string, Facts, Permission extends string>(
  table: TransitionTable<Status, Action, Facts, Permission>,
  shape: TableShape<Status>,
): string[] {
  const defects: string[] = [];
  const known = new Set<string>(shape.statuses);
  const exits = new Map<string, Set<string>>();

  for (const [action, rows] of Object.entries(table) as [Action, NonNullable<(typeof table)[Action]>][]) {
    const claimed = new Set<string>();
    for (const row of rows) {
      if (!known.has(row.to)) defects.push(`${action}: unknown status ${row.to}`);
      for (const from of row.from) {
        if (!known.has(from)) defects.push(`${action}: unknown status ${from}`);
        for (const party of row.by === 'either' ? ['author', 'recipient'] : [row.by]) {
          const claim = `${from} by ${party}`;
          if (claimed.has(claim)) defects.push(`${action}: two rows for ${claim}`);
          claimed.add(claim);
        }
        exits.set(from, (exits.get(from) ?? new Set()).add(row.to));
      }
    }
  }

  const reached = reachable(shape.initial, exits);
  for (const status of shape.statuses) {
    if (!reached.has(status)) defects.push(`${status}: nothing leads here`);
    const leads = [...(exits.get(status) ?? [])].some((to) => to !== status);
    if (leads && shape.terminal.includes(status)) defects.push(`${status}: terminal, yet it can be left`);
    if (!leads && !shape.terminal.includes(status))
      defects.push(`${status}: a dead end that is not terminal`);
  }
  return defects;
}

function reachable(start: string, exits: ReadonlyMap<string, ReadonlySet<string>>): Set<string> {
  const seen = new Set([start]);
  const queue = [start];
  for (let status = queue.pop(); status !== undefined; status = queue.pop()) {
    for (const next of exits.get(status) ?? []) {
      if (!seen.has(next)) {
        seen.add(next);
        queue.push(next);
      }
    }
  }
  return seen;
}

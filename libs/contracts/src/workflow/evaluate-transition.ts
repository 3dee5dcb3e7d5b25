import type { Guard, Party, Transition, TransitionTable } from './transition.js';

/** What the evaluator must know about the caller and the object, besides the facts of the guards. */
export interface Situation<Status extends string, Permission extends string> {
  readonly status: Status;
  readonly party: Party;
  readonly permissions: ReadonlySet<Permission>;
}

export type Refusal =
  | { readonly allowed: false; readonly reason: 'unknown_action' }
  | { readonly allowed: false; readonly reason: 'wrong_status' }
  | { readonly allowed: false; readonly reason: 'wrong_party' }
  | { readonly allowed: false; readonly reason: 'no_permission'; readonly permission: string }
  | { readonly allowed: false; readonly reason: 'guard'; readonly guard: string; readonly field?: string };

export type Verdict<Status extends string, Facts, Permission extends string> =
  | {
      readonly allowed: true;
      readonly to: Status;
      readonly transition: Transition<Status, Facts, Permission>;
    }
  | Refusal;

/**
 * The one evaluator of every lifecycle table: may this party make this action now?
 *
 * The order of the questions is the order of the answers a person gets: is there such an action, may this status
 * take it (409), is it this party's to take (409: the object is visible, the move is the other side's), may the
 * person (403), do the guards hold (422 or a disabled button). Pure: no clock, no I/O.
 */
export function evaluateTransition<
  Status extends string,
  Action extends string,
  Facts,
  Permission extends string,
>(
  table: TransitionTable<Status, Action, Facts, Permission>,
  action: Action,
  situation: Situation<Status, Permission>,
  facts: Facts,
): Verdict<Status, Facts, Permission> {
  const rows = table[action];
  if (rows === undefined) return { allowed: false, reason: 'unknown_action' };

  const fromHere = rows.filter((row) => row.from.includes(situation.status));
  if (fromHere.length === 0) return { allowed: false, reason: 'wrong_status' };

  const mine = fromHere.find((row) => row.by === 'either' || row.by === situation.party);
  if (mine === undefined) return { allowed: false, reason: 'wrong_party' };

  if (!situation.permissions.has(mine.permission)) {
    return { allowed: false, reason: 'no_permission', permission: mine.permission };
  }
  const failed = mine.guards?.find((guard) => !guard.holds(facts));
  if (failed !== undefined) return refusedBy(failed);
  return { allowed: true, to: mine.to, transition: mine };
}

/** The refusal a failed guard gives. */
function refusedBy<Facts>(guard: Guard<Facts>): Refusal {
  return { allowed: false, reason: 'guard', guard: guard.code, ...(guard.field && { field: guard.field }) };
}

/** An action as offered to the caller: drawn as a button, disabled with a reason when a standing guard fails. */
export interface OfferedAction<Action extends string> {
  readonly action: Action;
  readonly enabled: boolean;
  /** Code of the guard that stands in the way. */
  readonly reason?: string;
}

type Moves = readonly (readonly [action: string, rows: readonly Transition<string, never, string>[]])[];

/** Rows of a table by status and party: a registry asks for them once per row shown. */
const movesByTable = new WeakMap<object, Map<string, Moves>>();

/** The actions with rows that lead on from a status and belong to a party, in the order of the table. */
function movesFrom<Status extends string, Action extends string, Facts, Permission extends string>(
  table: TransitionTable<Status, Action, Facts, Permission>,
  status: Status,
  party: Party,
): readonly (readonly [Action, readonly Transition<Status, Facts, Permission>[]])[] {
  const known = movesByTable.get(table) ?? new Map<string, Moves>();
  movesByTable.set(table, known);
  const key = `${status} ${party}`;
  const moves =
    known.get(key) ??
    (Object.entries(table) as [string, readonly Transition<string, never, string>[]][])
      .map(([action, rows]) => [action, rows.filter((row) => leadsOn(row, status, party))] as const)
      .filter(([, rows]) => rows.length > 0);
  known.set(key, moves);
  return moves as never;
}

const leadsOn = ({ from, by }: Transition<string, never, string>, status: string, party: Party) =>
  from.includes(status) && (by === 'either' || by === party);

/**
 * The actions this caller may see on the object in its present status, in the order of the table. Actions that
 * belong to the other party, another status or a permission the person lacks are left out, and so are those that
 * make no sense here; an action stopped by a standing guard is offered disabled, with the guard's code.
 */
export function offeredActions<
  Status extends string,
  Action extends string,
  Facts,
  Permission extends string,
>(
  table: TransitionTable<Status, Action, Facts, Permission>,
  situation: Situation<Status, Permission>,
  facts: Facts,
): OfferedAction<Action>[] {
  const offered: OfferedAction<Action>[] = [];
  for (const [name, rows] of movesFrom(table, situation.status, situation.party)) {
    const row = rows.find((candidate) => situation.permissions.has(candidate.permission));
    if (row === undefined) continue;
    const failed = (row.guards ?? []).filter((guard) => guard.about !== 'input' && !guard.holds(facts));
    if (failed.some((guard) => guard.about === 'applicability')) continue;
    const stopped = failed[0];
    offered.push(
      stopped ? { action: name, enabled: false, reason: stopped.code } : { action: name, enabled: true },
    );
  }
  return offered;
}

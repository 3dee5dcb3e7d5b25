/** The two sides of a two-party object: who created it and who answers. */
export type Party = 'author' | 'recipient';

/**
 * A named condition on the facts. `code` travels to the client as the reason of a disabled button and into the
 * error of a refused call, so it is stable; `field` (JSON pointer) points at the input at fault, if there is one.
 */
export interface Guard<Facts> {
  readonly code: string;
  readonly holds: (facts: Facts) => boolean;
  /**
   * `applicability`: does the action make sense at all; a failing one hides the button.
   * `standing`: judged before anybody presses, from what is stored; a failing one disables the button.
   * `input`: judged on what the modal sends; it neither hides nor disables the button.
   */
  readonly about: 'applicability' | 'standing' | 'input';
  readonly field?: string;
}

/** Who may make a transition: one party, or whichever party. */
export type By = Party | 'either';

/** One row of a lifecycle table. `to` equal to the current status is a change without a move. */
export interface Transition<Status extends string, Facts, Permission extends string> {
  readonly from: readonly Status[];
  readonly to: Status;
  readonly by: By;
  readonly permission: Permission;
  readonly guards?: readonly Guard<Facts>[];
}

/** A lifecycle: action → its rows. Several rows of one action differ in `from` or `by`. */
export type TransitionTable<
  Status extends string,
  Action extends string,
  Facts,
  Permission extends string,
> = Readonly<Partial<Record<Action, readonly Transition<Status, Facts, Permission>[]>>>;

/** The table of a lifecycle that never enters a status: no row leads from it or to it, an action left bare is gone. */
export function withoutStatus<Status extends string, Action extends string, Facts, Permission extends string>(
  table: TransitionTable<Status, Action, Facts, Permission>,
  absent: Status,
): TransitionTable<Status, Action, Facts, Permission> {
  const kept: Partial<Record<Action, readonly Transition<Status, Facts, Permission>[]>> = {};
  for (const [action, rows] of Object.entries(table) as [
    Action,
    readonly Transition<Status, Facts, Permission>[],
  ][]) {
    const left = rows
      .filter(({ to }) => to !== absent)
      .map((row) => ({ ...row, from: row.from.filter((status) => status !== absent) }))
      .filter(({ from }) => from.length > 0);
    if (left.length > 0) kept[action] = left;
  }
  return kept;
}

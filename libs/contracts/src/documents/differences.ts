/** A member of the terms that two revisions have otherwise: JSON pointer and both values, undefined where absent. */
export interface Difference {
  readonly pointer: string;
  readonly before?: unknown;
  readonly after?: unknown;
}

/**
 * Leaves in which two JSON values differ, in the order they are met. Lists are compared place by place. Pure.
 */
export function differences(before: unknown, after: unknown, pointer = ''): Difference[] {
  if (isBranch(before) || isBranch(after)) {
    const [one, other] = [membersOf(before), membersOf(after)];
    const names = [...new Set([...Object.keys(one), ...Object.keys(other)])];
    const within = names.flatMap((name) =>
      differences(one[name], other[name], `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`),
    );
    // a branch against a leaf: the leaf itself is a difference too
    const leaf = isBranch(before) ? after : before;
    if ((isBranch(before) && isBranch(after)) || leaf === undefined) return within;
    return [{ pointer, ...(isBranch(before) ? { after } : { before }) }, ...within];
  }
  if (before === after) return [];
  return [{ pointer, ...(before !== undefined && { before }), ...(after !== undefined && { after }) }];
}

const isBranch = (value: unknown): value is object => typeof value === 'object' && value !== null;

const membersOf = (value: unknown): Readonly<Record<string, unknown>> =>
  isBranch(value) ? (value as Readonly<Record<string, unknown>>) : {};

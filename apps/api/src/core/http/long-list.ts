import { IsArray } from 'class-validator';

type Class = new () => object;

interface List {
  readonly name: string;
  readonly item: () => Class;
}

/** The long lists that classes declare. */
const known = new Map<object, readonly List[]>();
const none: readonly List[] = [];

/**
 * A list of hundreds of objects. `ValidateNested` would judge them all without a pause, in which nobody else is served:
 * these are judged in portions (`InputPipe`).
 *
 * @param item the class of a member, whose decorators are its rules
 */
export function LongList(item: () => Class): PropertyDecorator {
  return (target, key) => {
    IsArray()(target, key);
    known.set(target.constructor, [...longListsOf(target.constructor), { name: String(key), item }]);
  };
}

/** The long lists of a class and of those it extends. A property's rules are inherited, and so are these. */
export function longListsOf(type: object): readonly List[] {
  const own = known.get(type);
  if (own) return own;
  const parent = Object.getPrototypeOf(type) as object | null;
  return parent === null || parent === Function.prototype ? none : longListsOf(parent);
}

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

/** The long lists a class itself declares. */
export const longListsOf = (type: object): readonly List[] => known.get(type) ?? none;

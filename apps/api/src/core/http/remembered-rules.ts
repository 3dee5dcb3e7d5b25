import { getMetadataStorage } from 'class-validator';

type Storage = ReturnType<typeof getMetadataStorage>;
type Rules = ReturnType<Storage['getTargetValidationMetadatas']>;

const remembering = new WeakSet<Storage>();

/**
 * Lets class-validator remember the rules of a class. By itself it gathers them anew for every object, asking of all
 * classes there are whether this one inherits from them: in an application of some hundred classes that takes longer
 * than judging a short body. The rules are a class's decorators, all read before its first object comes.
 */
export function rememberRules(): void {
  const storage = getMetadataStorage();
  if (remembering.has(storage)) return;
  remembering.add(storage);

  const gather = storage.getTargetValidationMetadatas.bind(storage);
  const known = new Map<unknown, Rules>();
  storage.getTargetValidationMetadatas = (target, schema, always, strictGroups, groups) => {
    // a schema is named by a text, a class by the class it stands in; we use no schemas and no groups
    const plain = typeof schema !== 'string' && !always && !strictGroups && !groups?.length;
    const rules = plain ? known.get(target) : undefined;
    if (rules) return rules;
    const gathered = gather(target, schema, always, strictGroups, groups);
    if (plain) known.set(target, gathered);
    return gathered;
  };
}

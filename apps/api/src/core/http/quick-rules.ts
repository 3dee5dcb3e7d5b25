import { getMetadataStorage, ValidationTypes } from 'class-validator';
import { member } from './member.js';

type Test = (input: object) => boolean;
type Rule = ReturnType<ReturnType<typeof getMetadataStorage>['getTargetValidationMetadatas']>[number];

const known = new Map<new () => object, Test | undefined>();

/**
 * The rules of a class as one question: would class-validator, with unknown members forbidden, find nothing at fault in
 * this object? It is asked first, as nearly all input is sound and class-validator prepares a report on every member of
 * what it is given; what is not sound goes to it and is told of by it.
 *
 * @returns nothing for a class with rules that look further than at one member: into other objects, or for a while
 */
export function quickRulesOf(type: new () => object): Test | undefined {
  if (!known.has(type)) known.set(type, gather(type));
  return known.get(type);
}

function gather(type: new () => object): Test | undefined {
  const rules = getMetadataStorage().getTargetValidationMetadatas(type, '', false, false);
  if (!rules.every(isPlain)) return undefined;
  const members = new Map<string, Rule[]>();
  for (const rule of rules) members.set(rule.propertyName, [...(members.get(rule.propertyName) ?? []), rule]);
  const tests = [...members.values()].map(testOf);
  return (input) =>
    Object.keys(input).every((name) => members.has(name)) && tests.every((test) => test(input));
}

const isPlain = ({ type, each, validateIf }: Rule): boolean =>
  type === ValidationTypes.CONDITIONAL_VALIDATION ||
  (type === ValidationTypes.CUSTOM_VALIDATION && !each && validateIf === undefined);

/** All rules of one member; they do not apply while one of its conditions (`IsOptional`, `ValidateIf`) does not hold. */
function testOf(rules: readonly Rule[]): Test {
  const conditions = rules.filter(({ type }) => type === ValidationTypes.CONDITIONAL_VALIDATION);
  const constraints = rules.filter((rule) => !conditions.includes(rule)).map(constraintOf);
  return (input) =>
    !conditions.every(({ propertyName, constraints: [applies] }) =>
      Boolean((applies as Condition)(input, member(input, propertyName))),
    ) || constraints.every((holds) => holds(input));
}

type Condition = (input: object, value: unknown) => unknown;

/** A rule that answers later is not known to hold. */
function constraintOf({ constraintCls, constraints, propertyName: property }: Rule): Test {
  const judges = getMetadataStorage()
    .getTargetValidatorConstraints(constraintCls)
    .map(({ instance }) => instance);
  return (object) => {
    const value = member(object, property);
    const { name: targetName } = object.constructor;
    return judges.every(
      (judge) => judge.validate(value, { targetName, property, object, value, constraints }) === true,
    );
  };
}

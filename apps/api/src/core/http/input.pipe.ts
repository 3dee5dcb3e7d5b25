import { setImmediate as othersServed } from 'node:timers/promises';
import { Injectable, type ArgumentMetadata, type PipeTransform } from '@nestjs/common';
import type { FieldError } from '@praktika/contracts';
import { plainToInstance } from 'class-transformer';
import { validate, type ValidationError, type ValidatorOptions } from 'class-validator';
import { Refusal } from '../errors/index.js';
import { constraintText } from './constraint-texts.js';
import { pointerTo } from './json-pointer.js';
import { longListsOf } from './long-list.js';
import { member } from './member.js';
import { quickRulesOf } from './quick-rules.js';
import { rememberRules } from './remembered-rules.js';
import { unsoundPlaces } from './sound-input.js';

const PRIMITIVES: readonly unknown[] = [String, Number, Boolean, Array, Object];

const RULES: ValidatorOptions = {
  whitelist: true,
  forbidNonWhitelisted: true,
  forbidUnknownValues: false,
  validationError: { target: false },
};

/** Members of a long list judged without a pause: less than a millisecond, as an answer takes several such turns. */
const PORTION = 20;

/** An input as its DTO, and what is wrong with it. */
interface Judged {
  readonly input: object;
  readonly errors: readonly FieldError[];
}

/**
 * Turns input into its DTO and refuses what the DTO does not declare: 422 with pointers for bodies, 400 for query
 * and path. Unknown members are refused too, so nothing can be assigned by surprise (reliability.md T4, T14).
 */
@Injectable()
export class InputPipe implements PipeTransform {
  constructor() {
    rememberRules();
  }

  async transform(value: unknown, { type, metatype }: ArgumentMetadata): Promise<unknown> {
    if (type === 'custom' || metatype === undefined || PRIMITIVES.includes(metatype)) return value;
    if (type === 'body' && !isObject(value)) {
      throw new Refusal('validation_failed', { errors: [notAnObject('')] });
    }
    const unsound = unsoundPlaces(value);
    if (unsound.length > 0) throw refusalOf(type, unsound);
    const { input, errors } = await judge(metatype as new () => object, value ?? {}, '');
    if (errors.length > 0) throw refusalOf(type, errors);
    return input;
  }
}

/** One object by the rules of its class; what it holds in long lists by theirs, with pauses in between. */
async function judge(type: new () => object, value: object, pointer: string): Promise<Judged> {
  const lists = longListsOf(type).filter(({ name }) => Array.isArray(member(value, name)));
  const input = plainToInstance(type, without(value, lists), { exposeDefaultValues: true });
  for (const { name } of lists) Object.assign(input, { [name]: member(value, name) });
  const problems = quickRulesOf(type)?.(input) ? [] : await validate(input, RULES);
  const errors = problems.flatMap((problem) => fieldErrors(problem, pointer));
  for (const { name, item } of lists) {
    // into one that is too long nobody looks
    if (problems.some(({ property }) => property === name)) continue;
    const members = await judgeInPortions(item(), member(value, name) as unknown[], pointerTo(pointer, name));
    errors.push(...members.flatMap((one) => one.errors));
    Object.assign(input, { [name]: members.map((one) => one.input) });
  }
  return { input, errors };
}

async function judgeInPortions(
  type: new () => object,
  list: readonly unknown[],
  pointer: string,
): Promise<Judged[]> {
  const judged: Judged[] = [];
  for (const [place, value] of list.entries()) {
    if (place > 0 && place % PORTION === 0) await othersServed();
    const at = pointerTo(pointer, String(place));
    judged.push(isObject(value) ? await judge(type, value, at) : { input: {}, errors: [notAnObject(at)] });
  }
  return judged;
}

/** An object with its long lists empty, so that class-transformer does not copy them. */
const without = (value: object, lists: readonly { readonly name: string }[]): object =>
  lists.length === 0 ? value : { ...value, ...Object.fromEntries(lists.map(({ name }) => [name, []])) };

/** 422 for a body, 400 for query and path. */
function refusalOf(type: ArgumentMetadata['type'], errors: readonly FieldError[]): Refusal {
  return new Refusal(type === 'body' ? 'validation_failed' : 'invalid_parameter', { errors });
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const notAnObject = (pointer: string): FieldError => ({
  pointer,
  code: 'object',
  detail: 'Ожидается объект JSON.',
});

/** The tree of class-validator as a flat list with JSON pointers. */
function fieldErrors(problem: ValidationError, parent: string): FieldError[] {
  const pointer = pointerTo(parent, problem.property);
  const own = Object.entries(problem.constraints ?? {}).map(([name, message]) => ({
    pointer,
    code: codeOf(name),
    detail: constraintText(name, message),
  }));
  return [...own, ...(problem.children ?? []).flatMap((child) => fieldErrors(child, pointer))];
}

/** class-validator's camelCase names as our snake_case codes. */
function codeOf(name: string): string {
  if (name === 'whitelistValidation') return 'unknown_field';
  return name
    .replace(/^is(?=[A-Z])/, '')
    .replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
    .replace(/^_/, '');
}

import { Injectable, type ArgumentMetadata, type PipeTransform } from '@nestjs/common';
import type { FieldError } from '@praktika/contracts';
import { plainToInstance } from 'class-transformer';
import { validate, type ValidationError } from 'class-validator';
import { Refusal } from '../errors/index.js';
import { constraintText } from './constraint-texts.js';
import { pointerTo } from './json-pointer.js';
import { rememberRules } from './remembered-rules.js';
import { unsoundPlaces } from './sound-input.js';

const PRIMITIVES: readonly unknown[] = [String, Number, Boolean, Array, Object];

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
      throw new Refusal('validation_failed', {
        errors: [{ pointer: '', code: 'object', detail: 'Ожидается объект JSON.' }],
      });
    }
    const unsound = unsoundPlaces(value);
    if (unsound.length > 0) throw refusalOf(type, unsound);
    const input = plainToInstance(metatype as new () => object, value ?? {}, {
      exposeDefaultValues: true,
    });
    const problems = await validate(input, {
      whitelist: true,
      forbidNonWhitelisted: true,
      forbidUnknownValues: false,
      validationError: { target: false },
    });
    if (problems.length === 0) return input;
    const errors = problems.flatMap((problem) => fieldErrors(problem, ''));
    throw refusalOf(type, errors);
  }
}

/** 422 for a body, 400 for query and path. */
function refusalOf(type: ArgumentMetadata['type'], errors: readonly FieldError[]): Refusal {
  return new Refusal(type === 'body' ? 'validation_failed' : 'invalid_parameter', { errors });
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

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

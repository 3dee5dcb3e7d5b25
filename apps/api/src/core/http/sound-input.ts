import type { FieldError } from '@praktika/contracts';
import { Refusal } from '../errors/index.js';
import { pointerTo } from './json-pointer.js';

/**
 * Names that reach a prototype or hide what every object inherits. No input of ours has them; libraries that copy
 * input may follow the ones and silently pass over the others.
 */
const POISON: ReadonlySet<string> = new Set([...Object.getOwnPropertyNames(Object.prototype), 'prototype']);

/** Deeper than any of our bodies; what walks input by recursion would end with the stack. */
const MAX_DEPTH = 20;

/**
 * Places of an input that must not reach a DTO, whatever the DTO says (reliability.md T14): names that reach a
 * prototype, and texts that are no Unicode.
 *
 * @throws Refusal `malformed_json` for nesting past any of our bodies
 */
export function unsoundPlaces(input: unknown): FieldError[] {
  const found: FieldError[] = [];
  const waiting: { value: unknown; pointer: string; depth: number }[] = [
    { value: input, pointer: '', depth: 0 },
  ];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { value, pointer, depth } = next;
    // half of a pair is no Unicode: neither PostgreSQL nor an address can hold it
    if (typeof value === 'string' && !value.isWellFormed()) found.push(brokenText(pointer));
    if (typeof value !== 'object' || value === null) continue;
    if (depth === MAX_DEPTH) throw new Refusal('malformed_json', { detail: 'Слишком глубокая вложенность.' });
    for (const [name, member] of Object.entries(value)) {
      const at = pointerTo(pointer, name);
      if (POISON.has(name)) found.push(unknownField(at));
      else waiting.push({ value: member, pointer: at, depth: depth + 1 });
    }
  }
  return found;
}

const brokenText = (pointer: string): FieldError => ({
  pointer,
  code: 'string',
  detail: 'Текст содержит недопустимые знаки.',
});

const unknownField = (pointer: string): FieldError => ({
  pointer,
  code: 'unknown_field',
  detail: 'Такого поля нет.',
});

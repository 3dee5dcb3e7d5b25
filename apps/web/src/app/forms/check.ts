import * as v from 'valibot';
import type { FieldFault } from './use-form.js';

/** What a schema finds wrong, as pointers and words; the first fault of each field is enough. */
export function faultsOf(schema: v.GenericSchema, value: unknown): FieldFault[] {
  const result = v.safeParse(schema, value);
  if (result.success) return [];
  const faults = new Map<string, string>();
  for (const issue of result.issues) {
    const pointer = (issue.path ?? []).map((step) => `/${String(step.key)}`).join('');
    if (!faults.has(pointer)) faults.set(pointer, issue.message);
  }
  return [...faults].map(([pointer, message]) => ({ pointer, message }));
}

/** Text that must be there. */
export function filled(message: string) {
  return v.pipe(v.string(), v.trim(), v.nonEmpty(message));
}

/** An e-mail address that may be left out. */
export function optionalEmail(message: string) {
  return v.union([v.literal(''), v.pipe(v.string(), v.trim(), v.email(message))], message);
}

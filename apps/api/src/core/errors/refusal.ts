import type { ErrorCode, FieldError } from '@praktika/contracts';

/** Members a problem may carry beside those of RFC 9457, each documented at its code. */
export type ProblemExtras = Readonly<Record<string, unknown>>;

/**
 * A foreseen refusal. Thrown anywhere, turned into problem+json by the one filter; `detail` is Russian text for a
 * person and may be left out when the code's own text says it all.
 */
export class Refusal extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly options: {
      readonly detail?: string;
      readonly errors?: readonly FieldError[];
      readonly extras?: ProblemExtras;
      readonly headers?: Readonly<Record<string, string>>;
      readonly cause?: unknown;
    } = {},
  ) {
    super(code, { cause: options.cause });
    this.name = 'Refusal';
  }
}

/** Missing or foreign: one answer, so that nobody can tell which (reliability.md T1). */
export const notFound = () => new Refusal('not_found');

/** 422 with the fields at fault. */
export const invalidFields = (...errors: readonly FieldError[]) =>
  new Refusal('validation_failed', { errors });

/** 422 for one field. `pointer` is a JSON pointer into the request body. */
export const invalidField = (pointer: string, code: string, detail: string) =>
  invalidFields({ pointer, code, detail });

import { ERROR_STATUS, type ErrorCode } from '@praktika/contracts';
import { asRefusal, titleOf } from '../../core/errors/index.js';
import type { KeptProblem } from './operations.queries.js';

/** Faults of the installation that pass by themselves. */
const PASSING: ReadonlySet<ErrorCode> = new Set(['unavailable', 'overloaded', 'storage_full']);

/** Has this nothing to do with what was asked, so that the same is worth trying again? */
export const isPassing = (error: unknown): boolean => PASSING.has(asRefusal(error).code);

/** A refusal as an operation keeps it: a problem without the request it never had. */
export function keptProblem(error: unknown): KeptProblem {
  const { code, options } = asRefusal(error);
  const { detail, errors, extras } = options;
  return {
    code,
    title: titleOf(code, undefined),
    status: ERROR_STATUS[code],
    ...(detail !== undefined && { detail }),
    ...(errors !== undefined && { errors }),
    ...extras,
  };
}

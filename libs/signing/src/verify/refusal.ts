import type { FailureCode } from './codes.js';

/** A check did not pass. Thrown inside one check, and turned into its line of a report. */
export class Refusal extends Error {
  override readonly name = 'Refusal';

  /** @param fact what the text of the code speaks about: an algorithm, a name, a date */
  constructor(
    readonly code: FailureCode,
    readonly fact = '',
  ) {
    super(fact ? `${code}: ${fact}` : code);
  }
}

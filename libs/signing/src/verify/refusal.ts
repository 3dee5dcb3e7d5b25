import type { FailureCode } from './codes.js';

/** A check did not pass. The verifier turns it into the line of its report. */
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

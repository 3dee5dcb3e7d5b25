import {
  CHECK_IDS,
  FAILURES,
  SUB_INDICATIONS,
  type CheckId,
  type FailureCode,
  type Indication,
  type SubIndication,
} from './codes.js';
import { Refusal } from './refusal.js';
import { CHECK_TITLES, FAILURE_TEXTS, NOTES } from './texts.js';
import type { Check } from './types.js';

/** Codes that say "could not be decided here and now", not "wrong". */
const UNDECIDED: ReadonlySet<FailureCode> = new Set<FailureCode>([
  'ALG_UNSUPPORTED',
  'DOCUMENT_MISSING',
  'CRL_MISSING',
  'CRL_STALE',
  'CRL_FORGED',
  'CRL_UNSUPPORTED',
]);

/** What decides the verdict first: broken, then cryptography, then refused, then undecided for now. */
function rank(code: FailureCode): number {
  const subIndication = FAILURES[code];
  if (SUB_INDICATIONS[subIndication] === 'TOTAL-FAILED') return 0;
  if (subIndication === 'CRYPTO_CONSTRAINTS_FAILURE_NO_POE') return 1;
  return UNDECIDED.has(code) ? 3 : 2;
}

export interface Verdict {
  readonly indication: Indication;
  readonly subIndication: SubIndication | null;
  readonly code: FailureCode | null;
  readonly checks: readonly Check[];
}

/** Collects the lines of one report. */
export class ReportBuilder {
  private readonly lines = new Map<CheckId, Check>();
  private readonly refusals: FailureCode[] = [];
  private readonly expected: Set<CheckId>;

  /** @param expected the lines a complete report has; those not run are shown as not checked */
  constructor(expected: Iterable<CheckId>) {
    this.expected = new Set(expected);
  }

  /** Lines that this report has besides the usual ones. */
  expect(ids: readonly CheckId[]): void {
    for (const id of ids) this.expected.add(id);
  }

  /**
   * Runs one check and writes its line.
   *
   * @param check returns what later checks need; may leave a note; throws Refusal when it does not pass
   * @returns the check's value, or undefined when it did not pass
   */
  async run<T>(
    id: CheckId,
    check: (note: (detail: string) => void) => T | Promise<T>,
  ): Promise<T | undefined> {
    let detail: string | undefined;
    try {
      const value = await check((text) => (detail = text));
      this.lines.set(id, { id, code: id, status: 'PASSED', title: CHECK_TITLES[id], detail });
      return value;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.refusals.push(error.code);
      this.lines.set(id, refusedLine(id, error));
      return undefined;
    }
  }

  /** A line that could not be decided and is allowed not to be. */
  waive(id: CheckId, detail: string): void {
    this.lines.set(id, { id, code: id, status: 'UNKNOWN', title: CHECK_TITLES[id], detail });
  }

  /** @throws Error when a line was neither run nor refused: passing such a report would be a hole. */
  verdict(): Verdict {
    const checks = CHECK_IDS.filter((id) => this.expected.has(id)).map(
      (id) => this.lines.get(id) ?? notRun(id),
    );
    const [code] = this.refusals.toSorted((left, right) => rank(left) - rank(right));
    if (code)
      return { indication: SUB_INDICATIONS[FAILURES[code]], subIndication: FAILURES[code], code, checks };
    const missing = checks.find((check) => !this.lines.has(check.id));
    if (missing) throw new Error(`The check ${missing.id} was not run`);
    return { indication: 'TOTAL-PASSED', subIndication: null, code: null, checks };
  }
}

function refusedLine(id: CheckId, { code, fact }: Refusal): Check {
  return {
    id,
    code,
    status: UNDECIDED.has(code) ? 'UNKNOWN' : 'FAILED',
    title: CHECK_TITLES[id],
    detail: FAILURE_TEXTS[code](fact),
    subIndication: FAILURES[code],
  };
}

function notRun(id: CheckId): Check {
  return { id, code: id, status: 'UNKNOWN', title: CHECK_TITLES[id], detail: NOTES.notRun };
}

/**
 * The one source of the present (reliability.md §3): business code never calls `Date.now()` nor SQL `now()`, so a
 * drill can move time for the whole process.
 */
export abstract class Clock {
  /** The present instant. */
  abstract now(): Date;
}

/** The machine's clock. */
export class SystemClock extends Clock {
  now(): Date {
    return new Date();
  }
}

/** A clock that stands where it was put: drills and tests. */
export class SettableClock extends Clock {
  constructor(private instant: Date) {
    super();
  }

  now(): Date {
    return new Date(this.instant);
  }

  /** Moves the clock to an instant, forward or back. */
  set(instant: Date): void {
    this.instant = instant;
  }
}

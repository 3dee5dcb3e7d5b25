import { Injectable } from '@nestjs/common';
import { Algorithm, hash, parseOptions, verify } from '@node-rs/argon2';

/** argon2id, m=46 MiB t=1 p=1 (reliability.md §4.3); a stored hash with other parameters is renewed at sign-in. */
const PARAMETERS = {
  algorithm: 2 satisfies Algorithm.Argon2id,
  memoryCost: 46 * 1024,
  timeCost: 1,
  parallelism: 1,
};

const PARAMETER_NAMES = Object.keys(PARAMETERS) as (keyof typeof PARAMETERS)[];

/** Hashing holds libuv's threads: more than this at once would starve files and DNS. */
const AT_ONCE = 4;

/** Makes and checks password hashes, a few at a time. */
@Injectable()
export class Passwords {
  private running = 0;
  private readonly waiting: (() => void)[] = [];
  private dummy: Promise<string> | undefined;

  /** A hash for storage. */
  hash(password: string): Promise<string> {
    return this.inTurn(() => hash(password, PARAMETERS));
  }

  /**
   * Does the password fit? Without a stored hash the same work is done on a made-up one, so that the time taken
   * does not tell whether the account exists (reliability.md T19).
   */
  async verify(stored: string | null | undefined, password: string): Promise<boolean> {
    this.dummy ??= this.hash('');
    const against = stored ?? (await this.dummy);
    const fits = await this.inTurn(() => verify(against, password));
    return fits && stored !== null && stored !== undefined;
  }

  /** Was the hash made with other parameters than today's? */
  isOutdated(stored: string): boolean {
    const made: Record<keyof typeof PARAMETERS, number> = parseOptions(stored);
    return PARAMETER_NAMES.some((name) => made[name] !== PARAMETERS[name]);
  }

  private async inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.running >= AT_ONCE) await new Promise<void>((turn) => this.waiting.push(turn));
    else this.running += 1;
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      // a place is handed over, not freed and taken again: nobody slips in between
      if (next) next();
      else this.running -= 1;
    }
  }
}

import { Injectable } from '@nestjs/common';
import type { Actor, Person } from '../../../core/access/index.js';
import { Clock } from '../../../core/clock/index.js';
import { Database } from '../../../core/database/index.js';
import { appendHistory } from '../../../core/history/index.js';
import { END_SESSION } from '../sign-in.commands.js';

/** Ends the session: the cookie stops working at the next request, wherever it is kept. */
@Injectable()
export class SignOut {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async run(person: Person, actor: Actor | undefined): Promise<void> {
    const { personId, sessionId } = person;
    const scope = { personId, organizationId: actor?.organizationId };
    const now = this.clock.now();
    await this.database.transaction(scope, async (tx) => {
      await tx.query(END_SESSION, [sessionId, personId, now]);
      await appendHistory(tx, { ...person, ...scope }, now, { type: 'session.ended' });
    });
  }
}

import { Injectable } from '@nestjs/common';
import type { Person } from '../../../core/access/index.js';
import type { CookieSession } from '../../../core/auth/index.js';
import { Clock } from '../../../core/clock/index.js';
import { Database } from '../../../core/database/index.js';
import { notFound, Refusal } from '../../../core/errors/index.js';
import { appendHistory } from '../../../core/history/index.js';
import { SCOPE_SESSION } from '../sign-in.commands.js';
import { SignedInView, type SignedIn } from '../signed-in.view.js';

/**
 * «Войти как» (manual §1, step 4): scopes the session to one organization of the person. An organization the
 * person does not work for is answered like one that does not exist.
 */
@Injectable()
export class ChooseOrganization {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly view: SignedInView,
  ) {}

  /** @throws Refusal `not_found`; `invalid_token` when the session ended meanwhile */
  async run(person: Person, organizationId: string): Promise<{ session: CookieSession; answer: SignedIn }> {
    const { personId, sessionId } = person;
    const answer = await this.view.of(personId, organizationId);
    if (!answer.organizations.some(({ id }) => id === organizationId)) throw notFound();

    const scope = { personId, organizationId };
    const times = await this.database.transaction(scope, async (tx) => {
      const values = [sessionId, personId, organizationId];
      const [row] = await tx.query<{ created_at: string; expires_at: string }>(SCOPE_SESSION, values);
      if (!row) throw new Refusal('invalid_token');
      const entry = { type: 'session.organization_chosen' };
      await appendHistory(tx, { ...person, organizationId }, this.clock.now(), entry);
      return row;
    });
    const session = {
      id: sessionId,
      organizationId,
      createdAt: new Date(times.created_at),
      expiresAt: new Date(times.expires_at),
    };
    return { session, answer };
  }
}

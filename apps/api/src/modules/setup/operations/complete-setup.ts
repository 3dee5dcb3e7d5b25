import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../core/access/index.js';
import { Passwords } from '../../../core/auth/index.js';
import { Clock } from '../../../core/clock/index.js';
import { Database } from '../../../core/database/index.js';
import { invalidFields, Refusal } from '../../../core/errors/index.js';
import { appendHistory } from '../../../core/history/index.js';
import { newId } from '../../../core/ids/index.js';
import { passwordFault } from '../../sign-in/index.js';
import type { CompleteSetupDto } from '../setup.dto.js';
import { COMPLETE_SETUP, LINK_STATE, type LinkState, type LinkStateRow } from '../setup.queries.js';
import { hashSetupToken } from '../setup-token.js';

/**
 * Makes the platform's own organization and its first person by the one-time link of an empty installation (domain.md
 * §8.13). Of several at once exactly one succeeds; a refused password leaves the link as it was.
 */
@Injectable()
export class CompleteSetup {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly passwords: Passwords,
  ) {}

  /**
   * @throws Refusal `not_found` for a link that is none of this installation's or was replaced by a newer one,
   *   `invalid_state` for a used one, `validation_failed` at `/password`
   */
  async run(input: CompleteSetupDto, origin: Pick<Actor, 'requestId' | 'ip'>): Promise<void> {
    const tokenHash = hashSetupToken(input.token);
    // asked first and again in the transaction: a hash is dear, and only the holder of a link is worth one
    const [link] = await this.database.call<LinkStateRow>(LINK_STATE, [tokenHash]);
    refuseUnlessOpen(link?.state);
    const { surname, givenName, patronymic, email, password } = input;
    const fault = passwordFault(password, [surname, givenName, patronymic ?? '', email], '/password');
    if (fault) throw invalidFields(fault);
    await this.write(tokenHash, input, await this.passwords.hash(password), origin);
  }

  private async write(
    tokenHash: string,
    { surname, givenName, patronymic, email }: CompleteSetupDto,
    passwordHash: string,
    origin: Pick<Actor, 'requestId' | 'ip'>,
  ): Promise<void> {
    const now = this.clock.now();
    const scope = { organizationId: newId(), personId: newId() };
    const ids = [scope.organizationId, scope.personId, newId()];
    const person = [surname, givenName, patronymic || null, email];
    await this.database.transaction(scope, async (tx) => {
      const values = [tokenHash, ...ids, ...person, passwordHash, now];
      const [link] = await tx.query<LinkStateRow>(COMPLETE_SETUP, values);
      refuseUnlessOpen(link?.state);
      await appendHistory(tx, { ...scope, ...origin }, now, { type: 'installation.set_up' });
    });
  }
}

function refuseUnlessOpen(state: LinkState | undefined): void {
  if (state === 'OPEN') return;
  if (state === 'USED') {
    throw new Refusal('invalid_state', { detail: 'Ссылка уже использована: система настроена.' });
  }
  throw new Refusal('not_found', {
    detail: 'Ссылка не подходит. Новая печатается при каждом запуске системы, пока она не настроена.',
  });
}

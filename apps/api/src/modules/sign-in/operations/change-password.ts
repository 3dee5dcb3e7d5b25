import { Injectable } from '@nestjs/common';
import type { Actor, Person } from '../../../core/access/index.js';
import { Passwords } from '../../../core/auth/index.js';
import { Clock } from '../../../core/clock/index.js';
import { Database } from '../../../core/database/index.js';
import { invalidField, invalidFields, Refusal } from '../../../core/errors/index.js';
import { appendHistory } from '../../../core/history/index.js';
import { SignInAttempts } from '../attempts/sign-in-attempts.js';
import { passwordFault } from '../password-policy/password-policy.js';
import { CHANGE_PASSWORD, END_OTHER_SESSIONS } from '../sign-in.commands.js';
import { OWN_ORGANIZATIONS, OWN_PERSON, type MembershipRow, type PersonRow } from '../sign-in.queries.js';

/**
 * Changes the person's own password and ends all other sessions (reliability.md T22). Guessing the present one
 * counts like guessing it at sign-in.
 */
@Injectable()
export class ChangePassword {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly passwords: Passwords,
    private readonly attempts: SignInAttempts,
  ) {}

  /** @throws Refusal `validation_failed` at `/currentPassword` or `/newPassword`, `too_many_attempts` */
  async run(person: Person, actor: Actor | undefined, current: string, next: string): Promise<void> {
    const row = await this.own(person.personId);
    const fault = passwordFault(next, await this.knownWords(row), '/newPassword');
    if (fault) throw invalidFields(fault);
    const attempt = await this.attempts.begin(row.email, person.ip);
    if (!(await this.passwords.verify(row.password_hash, current))) {
      throw invalidField('/currentPassword', 'wrong_password', 'Неверный действующий пароль.');
    }
    await this.attempts.succeed(attempt);
    if (current === next) {
      throw invalidField('/newPassword', 'password_unchanged', 'Новый пароль совпадает с действующим.');
    }
    await this.write(person, actor?.organizationId, await this.passwords.hash(next));
  }

  private async write(person: Person, organizationId: string | undefined, hash: string): Promise<void> {
    const { personId, sessionId } = person;
    const now = this.clock.now();
    await this.database.transaction({ personId, organizationId }, async (tx) => {
      await tx.query(CHANGE_PASSWORD, [personId, hash, now]);
      await tx.query(END_OTHER_SESSIONS, [sessionId, personId, now]);
      await appendHistory(tx, { ...person, organizationId }, now, { type: 'person.password_changed' });
    });
  }

  private async own(personId: string): Promise<PersonRow> {
    const [row] = await this.database.read<PersonRow>({ personId }, OWN_PERSON, [personId]);
    if (!row) throw new Refusal('unauthenticated');
    return row;
  }

  private async knownWords(row: PersonRow): Promise<string[]> {
    const organizations = await this.database.read<MembershipRow>({ personId: row.id }, OWN_ORGANIZATIONS, [
      row.id,
    ]);
    const names = [row.surname, row.given_name, row.patronymic ?? '', row.email];
    return [...names, ...organizations.map(({ name }) => name)];
  }
}

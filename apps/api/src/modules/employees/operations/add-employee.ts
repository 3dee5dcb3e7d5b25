import { Injectable } from '@nestjs/common';
import { digitsOf, isSnils } from '@praktika/contracts';
import type { Actor } from '../../../core/access/index.js';
import { Passwords } from '../../../core/auth/index.js';
import { Clock } from '../../../core/clock/index.js';
import { Database, type Transaction } from '../../../core/database/index.js';
import { invalidField, Refusal, violatedConstraint } from '../../../core/errors/index.js';
import { appendHistory } from '../../../core/history/index.js';
import { newId } from '../../../core/ids/index.js';
import { ADD_MEMBERSHIP, ADD_PERSON, PERSON_BY_EMAIL } from '../employees.commands.js';
import { employeeDto, type AddedEmployeeDto, type AddEmployeeDto } from '../employees.dto.js';
import { EMPLOYEE, type EmployeeRow } from '../employees.queries.js';
import { makeTemporaryPassword } from '../temporary-password.js';

/** What a unique constraint means to the person who fills the form. */
const TAKEN: Readonly<Record<string, string>> = {
  memberships_active: 'Этот человек уже работает в организации',
  people_snils: 'Этот СНИЛС уже указан у другого человека',
  people_email: 'Этот e-mail только что зарегистрировали, повторите',
};

/**
 * Adds a person to the organization. A new person gets a temporary password, shown once. An e-mail that already has
 * an account gets a membership beside its others: the account, its password and its data stay as they are, and its
 * name must be the one typed, so that nobody learns whose an e-mail is by adding it.
 */
@Injectable()
export class AddEmployee {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly passwords: Passwords,
  ) {}

  /** @throws Refusal `duplicate`, `validation_failed` */
  async run(actor: Actor, input: AddEmployeeDto): Promise<AddedEmployeeDto> {
    const snils = snilsOf(input);
    const [existing] = await this.database.call<{ id: string }>(PERSON_BY_EMAIL, [input.email]);
    const temporaryPassword = existing ? null : makeTemporaryPassword();
    const hash = temporaryPassword === null ? null : await this.passwords.hash(temporaryPassword);
    const personId = existing?.id ?? newId();
    try {
      return await this.database.transaction(actor, async (tx) => {
        if (hash !== null) await this.addPerson(tx, personId, input, snils, hash);
        const row = await this.addMembership(tx, actor, personId, input);
        if (existing && !isSameName(row, input)) throw otherPerson();
        return { employee: employeeDto(row), temporaryPassword };
      });
    } catch (error) {
      const detail = TAKEN[violatedConstraint(error) ?? ''];
      throw detail === undefined ? error : new Refusal('duplicate', { detail });
    }
  }

  private async addPerson(
    tx: Transaction,
    id: string,
    input: AddEmployeeDto,
    snils: string | null,
    hash: string,
  ): Promise<void> {
    const { surname, givenName, patronymic, email } = input;
    const values = [id, surname, givenName, patronymic || null, email, snils, hash, this.clock.now()];
    await tx.query(ADD_PERSON, values);
  }

  private async addMembership(
    tx: Transaction,
    actor: Actor,
    personId: string,
    { roles, position, phone }: AddEmployeeDto,
  ): Promise<EmployeeRow> {
    const id = newId();
    const now = this.clock.now();
    const { organizationId } = actor;
    const values = [id, organizationId, personId, roles, position || null, phone || null, now];
    await tx.query(ADD_MEMBERSHIP, values);
    await appendHistory(tx, actor, now, {
      type: 'employee.added',
      objectType: 'membership',
      objectId: id,
      payload: { personId, roles },
    });
    const [row] = await tx.query<EmployeeRow>(EMPLOYEE, [organizationId, id]);
    return row!;
  }
}

function snilsOf({ snils }: AddEmployeeDto): string | null {
  if (!snils) return null;
  const digits = digitsOf(snils);
  if (!isSnils(digits))
    throw invalidField('/snils', 'snils', 'Проверьте СНИЛС: контрольное число не сходится.');
  return digits;
}

const isSameName = (row: EmployeeRow, input: AddEmployeeDto): boolean =>
  row.surname.toLowerCase() === input.surname.toLowerCase() &&
  row.given_name.toLowerCase() === input.givenName.toLowerCase();

const otherPerson = () =>
  new Refusal('duplicate', { detail: 'На этот e-mail уже есть учётная запись с другими фамилией и именем' });

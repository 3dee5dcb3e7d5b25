import { Injectable } from '@nestjs/common';
import { searchText, type Role } from '@praktika/contracts';
import type { Actor } from '../../core/access/index.js';
import { Database } from '../../core/database/index.js';
import {
  employeeDto,
  responsiblePersonDto,
  type EmployeesDto,
  type ResponsiblePersonsDto,
} from './employees.dto.js';
import {
  EMPLOYEES,
  EMPLOYEES_LIMIT,
  RESPONSIBLE_PERSONS,
  type EmployeeRow,
  type ResponsiblePersonRow,
} from './employees.queries.js';

/** «Менеджер компании» of the approval modal: whoever runs documents for the organization. */
const RESPONSIBLE_ROLES: readonly Role[] = ['HEAD', 'ADMINISTRATOR', 'MANAGER'];

/** Reads of the organization's own people. */
@Injectable()
export class Employees {
  constructor(private readonly database: Database) {}

  /** @param search part of a name, an e-mail or a position, however typed */
  async list(actor: Actor, search: string | undefined): Promise<EmployeesDto> {
    const text = searchText(search).replace(/[\\%_]/g, '\\$&');
    const values = [actor.organizationId, text, EMPLOYEES_LIMIT];
    const rows = await this.database.read<EmployeeRow>(actor, EMPLOYEES, values);
    return { items: rows.map(employeeDto) };
  }

  async responsiblePersons(actor: Actor): Promise<ResponsiblePersonsDto> {
    const values = [actor.organizationId, RESPONSIBLE_ROLES];
    const rows = await this.database.read<ResponsiblePersonRow>(actor, RESPONSIBLE_PERSONS, values);
    return { items: rows.map(responsiblePersonDto) };
  }
}

import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor, PeopleAccess, type Actor } from '../../core/access/index.js';
import { SecretAnswer } from '../../core/auth/index.js';
import { notFound } from '../../core/errors/index.js';
import { ApiIdempotencyKey, ApiProblems } from '../../core/http/index.js';
import {
  AddedEmployeeDto,
  AddEmployeeDto,
  EmployeeDto,
  EmployeesDto,
  EmployeesQueryDto,
  ResponsiblePersonsDto,
  UpdateEmployeeDto,
} from './employees.dto.js';
import { Employees } from './employees.service.js';
import { AddEmployee } from './operations/add-employee.js';
import { EndEmployment } from './operations/end-employment.js';
import { UpdateEmployee } from './operations/update-employee.js';

/** What is no UUID is nobody's id: the same answer as for an unknown one. */
const ID = new ParseUUIDPipe({ exceptionFactory: notFound });

@ApiTags('Сотрудники')
@Controller('employees')
export class EmployeesController {
  constructor(
    private readonly employees: Employees,
    private readonly addEmployee: AddEmployee,
    private readonly updateEmployee: UpdateEmployee,
    private readonly endEmployment: EndEmployment,
  ) {}

  @Get()
  @Access('employees:read')
  @ApiOperation({ operationId: 'listEmployees', summary: 'Сотрудники своей организации, не больше 500' })
  @ApiOkResponse({ type: EmployeesDto })
  @ApiProblems(
    'invalid_parameter',
    'unauthenticated',
    'invalid_token',
    'forbidden',
    'insufficient_scope',
    'organization_required',
  )
  list(@CurrentActor() actor: Actor, @Query() { q }: EmployeesQueryDto): Promise<EmployeesDto> {
    return this.employees.list(actor, q);
  }

  @Get('responsible-persons')
  @Access('employees:read')
  @ApiOperation({
    operationId: 'listResponsiblePersons',
    summary: 'Кого можно назначить ответственным: менеджеры компании',
  })
  @ApiOkResponse({ type: ResponsiblePersonsDto })
  @ApiProblems('unauthenticated', 'invalid_token', 'forbidden', 'insufficient_scope', 'organization_required')
  responsiblePersons(@CurrentActor() actor: Actor): Promise<ResponsiblePersonsDto> {
    return this.employees.responsiblePersons(actor);
  }

  @Post()
  @PeopleAccess('employees:manage')
  @SecretAnswer()
  @ApiIdempotencyKey()
  @ApiOperation({ operationId: 'addEmployee', summary: 'Добавить сотрудника с временным паролем' })
  @ApiCreatedResponse({ type: AddedEmployeeDto })
  @ApiProblems(
    'unauthenticated',
    'invalid_token',
    'forbidden',
    'organization_required',
    'duplicate',
    'validation_failed',
  )
  add(@CurrentActor() actor: Actor, @Body() input: AddEmployeeDto): Promise<AddedEmployeeDto> {
    return this.addEmployee.run(actor, input);
  }

  @Patch(':id')
  @PeopleAccess('employees:manage')
  @ApiIdempotencyKey()
  @ApiOperation({ operationId: 'updateEmployee', summary: 'Изменить должность, телефон и роли' })
  @ApiOkResponse({ type: EmployeeDto })
  @ApiProblems(
    'unauthenticated',
    'invalid_token',
    'forbidden',
    'organization_required',
    'not_found',
    'invalid_state',
    'validation_failed',
  )
  update(
    @CurrentActor() actor: Actor,
    @Param('id', ID) id: string,
    @Body() changes: UpdateEmployeeDto,
  ): Promise<EmployeeDto> {
    return this.updateEmployee.run(actor, id, changes);
  }

  @Post(':id/actions/end')
  @PeopleAccess('employees:manage')
  @HttpCode(200)
  @ApiIdempotencyKey()
  @ApiOperation({ operationId: 'endEmployment', summary: 'Прекратить доступ сотрудника' })
  @ApiOkResponse({ type: EmployeeDto })
  @ApiProblems(
    'unauthenticated',
    'invalid_token',
    'forbidden',
    'organization_required',
    'not_found',
    'invalid_state',
  )
  end(@CurrentActor() actor: Actor, @Param('id', ID) id: string): Promise<EmployeeDto> {
    return this.endEmployment.run(actor, id);
  }
}

import { Module } from '@nestjs/common';
import { EmployeesController } from './employees.controller.js';
import { Employees } from './employees.service.js';
import { AddEmployee } from './operations/add-employee.js';
import { EndEmployment } from './operations/end-employment.js';
import { UpdateEmployee } from './operations/update-employee.js';
import { ResponsiblePeople } from './responsible-people.js';

@Module({
  controllers: [EmployeesController],
  providers: [AddEmployee, Employees, EndEmployment, ResponsiblePeople, UpdateEmployee],
  exports: [ResponsiblePeople],
})
export class EmployeesModule {}

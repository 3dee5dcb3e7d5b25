export { EmployeesModule } from './employees.module.js';
export { ResponsibleDto, ResponsibleInputDto } from './responsible.dto.js';
export { ResponsiblePeople, type Responsible } from './responsible-people.js';

export { EmployeesModule } from './employees.module.js';

export { ApplicationDto } from './dto/application.dto.js';
export { ApplicationsModule } from './applications.module.js';

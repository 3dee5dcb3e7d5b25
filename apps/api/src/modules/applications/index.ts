export { ApplicationDto } from './dto/application.dto.js';
export { ApplicationsModule } from './applications.module.js';
export { PracticePlacesDto } from './dto/practice-places.dto.js';

export { CorrectProfessionDto, ProfessionDetailsDto } from './dto/profession-input.dto.js';
export { NamedSpecialtyDto } from './dto/profession.dto.js';
export { ProfessionStore, type ProfessionEntry } from './profession-store.js';
export { ProfessionsModule } from './professions.module.js';
export { Professions } from './professions.service.js';

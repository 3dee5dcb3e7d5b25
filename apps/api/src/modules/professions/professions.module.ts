import { Module } from '@nestjs/common';
import { AddProfession } from './operations/add-profession.js';
import { EditProfession } from './operations/edit-profession.js';
import { ProfessionStore } from './profession-store.js';
import { ProfessionsController } from './professions.controller.js';
import { Professions } from './professions.service.js';

/** «Справочник профессий» (manual §14.4). */
@Module({
  controllers: [ProfessionsController],
  providers: [Professions, ProfessionStore, AddProfession, EditProfession],
  exports: [Professions, ProfessionStore],
})
export class ProfessionsModule {}

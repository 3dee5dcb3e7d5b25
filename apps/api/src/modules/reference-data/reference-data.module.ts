import { Module } from '@nestjs/common';
import { PlaceChoices } from './choices.js';
import { ChosenAreas } from './chosen-areas.js';
import { ReferenceEntriesController } from './entries.controller.js';
import { EditAreas } from './operations/edit-areas.js';
import { EditSpecialties } from './operations/edit-specialties.js';
import { ReferenceDataController } from './reference-data.controller.js';
import { ReferenceData } from './reference-data.service.js';

@Module({
  controllers: [ReferenceDataController, ReferenceEntriesController],
  providers: [ChosenAreas, EditAreas, EditSpecialties, ReferenceData, PlaceChoices],
  exports: [ChosenAreas, PlaceChoices, ReferenceData],
})
export class ReferenceDataModule {}

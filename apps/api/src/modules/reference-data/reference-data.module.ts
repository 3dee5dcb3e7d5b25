import { Module } from '@nestjs/common';
import { Cursors } from '../../core/http/cursor.js';
import { PlaceChoices } from './choices.js';
import { ChosenAreas } from './chosen-areas.js';
import { EducationOrganizations } from './education-organizations.js';
import { ReferenceEntriesController } from './entries.controller.js';
import { EditAreas } from './operations/edit-areas.js';
import { EditSpecialties } from './operations/edit-specialties.js';
import { ReferenceDataController } from './reference-data.controller.js';
import { ReferenceData } from './reference-data.service.js';

@Module({
  controllers: [ReferenceDataController, ReferenceEntriesController],
  providers: [
    Cursors,
    ChosenAreas,
    EducationOrganizations,
    EditAreas,
    EditSpecialties,
    ReferenceData,
    PlaceChoices,
  ],
  exports: [PlaceChoices],
})
export class ReferenceDataModule {}

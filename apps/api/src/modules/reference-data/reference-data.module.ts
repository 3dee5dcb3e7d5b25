import { Module } from '@nestjs/common';
import { Cursors } from '../../core/http/cursor.js';
import { EducationOrganizations } from './education-organizations.js';
import { ReferenceDataController } from './reference-data.controller.js';

@Module({ controllers: [ReferenceDataController], providers: [Cursors, EducationOrganizations] })
export class ReferenceDataModule {}

import { Module } from '@nestjs/common';
import { Cursors } from '../../core/http/cursor.js';
import { FilesModule } from '../files/index.js';
import { OperationsModule } from '../operations/index.js';
import { ReferenceDataModule } from '../reference-data/index.js';
import { ImportHandler } from './import-handler.js';
import { ImportReport } from './import-report.js';
import { ImportSource } from './import-source.js';
import { ImportTargets } from './import-target.js';
import { ImportTemplates } from './import-template.js';
import { ImportsController } from './imports.controller.js';
import { PlacesImportController } from './places-import.controller.js';
import { TableReader } from './reading/table-reader.js';
import { ReferenceImportController } from './reference-import.controller.js';
import { SpooledTables } from './spooled-table.js';
import { StartImport } from './start-import.js';
import { AreasImport } from './targets/areas-import.js';
import { PlacesImport } from './targets/places-import.js';
import { ProfessionsImport } from './targets/professions-import.js';
import { SpecialtiesImport } from './targets/specialties-import.js';

/** Tables imported as listings and reference data. */
@Module({
  imports: [FilesModule, OperationsModule, ReferenceDataModule],
  controllers: [PlacesImportController, ReferenceImportController, ImportsController],
  providers: [
    Cursors,
    TableReader,
    SpooledTables,
    ImportTargets,
    ImportHandler,
    ImportSource,
    ImportTemplates,
    ImportReport,
    StartImport,
    PlacesImport,
    ProfessionsImport,
    SpecialtiesImport,
    AreasImport,
  ],
})
export class ImportsModule {}

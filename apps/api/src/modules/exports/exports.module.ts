import { Module } from '@nestjs/common';
import { DocumentsModule } from '../documents/index.js';
import { OperationsModule } from '../operations/index.js';
import { ExportHandler } from './export-handler.js';
import { ExportsController } from './exports.controller.js';
import { StartExport } from './start-export.js';

/** The registry exported to XLSX and CSV. */
@Module({
  imports: [DocumentsModule, OperationsModule],
  controllers: [ExportsController],
  providers: [StartExport, ExportHandler],
})
export class ExportsModule {}

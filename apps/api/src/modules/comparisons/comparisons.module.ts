import { Module } from '@nestjs/common';
import { DocumentsModule } from '../documents/index.js';
import { FilesModule } from '../files/index.js';
import { CompareRevisions } from './compare-revisions.js';
import { ComparisonsController } from './comparisons.controller.js';

/** What changed from one revision of a document to another: its fields, and the text of its main file. */
@Module({
  imports: [DocumentsModule, FilesModule],
  controllers: [ComparisonsController],
  providers: [CompareRevisions],
})
export class ComparisonsModule {}

import { Module } from '@nestjs/common';
import { FilesController } from './files.controller.js';
import { FindFile } from './operations/find-file.js';
import { StoreFile } from './operations/store-file.js';
import { FileText } from './text/file-text.js';

@Module({
  controllers: [FilesController],
  providers: [StoreFile, FindFile, FileText],
  exports: [StoreFile, FileText],
})
export class FilesModule {}

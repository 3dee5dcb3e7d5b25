import { Module } from '@nestjs/common';
import { FilesController } from './files.controller.js';
import { FindFile } from './operations/find-file.js';
import { StoreFile } from './operations/store-file.js';

@Module({ controllers: [FilesController], providers: [StoreFile, FindFile], exports: [StoreFile] })
export class FilesModule {}

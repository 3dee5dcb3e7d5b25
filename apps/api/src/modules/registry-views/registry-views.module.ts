import { Module } from '@nestjs/common';
import { CreateRegistryView } from './operations/create-registry-view.js';
import { DefaultRegistryView } from './operations/default-registry-view.js';
import { DeleteRegistryView } from './operations/delete-registry-view.js';
import { UpdateRegistryView } from './operations/update-registry-view.js';
import { RegistryViewsController } from './registry-views.controller.js';
import { RegistryViews } from './registry-views.service.js';

/** «Сохранённые виды» of the registry of documents. */
@Module({
  controllers: [RegistryViewsController],
  providers: [RegistryViews, CreateRegistryView, UpdateRegistryView, DeleteRegistryView, DefaultRegistryView],
})
export class RegistryViewsModule {}

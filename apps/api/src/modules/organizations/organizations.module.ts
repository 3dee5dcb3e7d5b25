import { Module } from '@nestjs/common';
import { UpdateOrganization } from './operations/update-organization.js';
import { OrganizationsController } from './organizations.controller.js';
import { Organizations } from './organizations.service.js';

@Module({ controllers: [OrganizationsController], providers: [Organizations, UpdateOrganization] })
export class OrganizationsModule {}

import { Module } from '@nestjs/common';
import { UpdateOrganization } from './operations/update-organization.js';
import { OrganizationsController } from './organizations.controller.js';
import { Organizations } from './organizations.service.js';
import { PublicOrganizationsController } from './public-organizations.controller.js';
import { PublicOrganizations } from './public-organizations.js';

/** One's own organization, and the public part of all. */
@Module({
  controllers: [OrganizationsController, PublicOrganizationsController],
  providers: [Organizations, PublicOrganizations, UpdateOrganization],
})
export class OrganizationsModule {}

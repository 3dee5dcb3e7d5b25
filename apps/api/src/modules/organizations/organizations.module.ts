import { Module } from '@nestjs/common';
import { Cursors } from '../../core/http/index.js';
import { ReferenceDataModule } from '../reference-data/index.js';
import { DeclarationController } from './declaration/declaration.controller.js';
import { DeclareEducation } from './declaration/declare-education.js';
import { FindByInn } from './directory/find-by-inn.js';
import { OrganizationDirectory } from './directory/organization-directory.js';
import { RegistryDirectory } from './directory/registry-directory.js';
import { InvitationMail } from './invitations/invitation.mail.js';
import { InviteOrganization } from './invitations/invite-organization.js';
import { UpdateOrganization } from './operations/update-organization.js';
import { OrganizationsController } from './organizations.controller.js';
import { Organizations } from './organizations.service.js';
import { PublicOrganizationsController } from './public-organizations.controller.js';
import { PublicOrganizations } from './public-organizations.js';
import { OrganizationRegistry } from './registry/organization-registry.js';

/** One's own organization, and the registries with the public part of all. */
@Module({
  imports: [ReferenceDataModule],
  controllers: [OrganizationsController, DeclarationController, PublicOrganizationsController],
  providers: [
    Cursors,
    Organizations,
    UpdateOrganization,
    DeclareEducation,
    PublicOrganizations,
    OrganizationRegistry,
    { provide: OrganizationDirectory, useClass: RegistryDirectory },
    FindByInn,
    InviteOrganization,
    InvitationMail,
  ],
})
export class OrganizationsModule {}

import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor, type Actor } from '../../core/access/index.js';
import { ApiProblems } from '../../core/http/index.js';
import { PublicOrganizationDto, PublicOrganizations } from './public-organizations.js';

/** The public part of every organization. */
@ApiTags('Организации')
@Controller('organizations')
export class PublicOrganizationsController {
  constructor(private readonly organizations: PublicOrganizations) {}

  @Get(':id')
  @Access('organization:read')
  @ApiOperation({ operationId: 'getPublicOrganization', summary: 'Открытые сведения об организации' })
  @ApiOkResponse({ type: PublicOrganizationDto })
  @ApiProblems('unauthenticated', 'forbidden', 'insufficient_scope', 'not_found')
  one(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<PublicOrganizationDto> {
    return this.organizations.one(actor, id);
  }
}

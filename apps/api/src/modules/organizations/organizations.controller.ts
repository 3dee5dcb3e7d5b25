import { Body, Controller, Get, Patch } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor, PeopleAccess, type Actor } from '../../core/access/index.js';
import { ApiIdempotencyKey, ApiIfMatch, ApiProblems, IfMatch } from '../../core/http/index.js';
import { UpdateOrganization } from './operations/update-organization.js';
import { OrganizationDto, UpdateOrganizationDto } from './organizations.dto.js';
import { Organizations } from './organizations.service.js';

@ApiTags('Организация')
@Controller('organization')
export class OrganizationsController {
  constructor(
    private readonly organizations: Organizations,
    private readonly updateOrganization: UpdateOrganization,
  ) {}

  @Get()
  @Access('organization:read')
  @ApiOperation({ operationId: 'getOrganization', summary: 'Профиль своей организации' })
  @ApiOkResponse({ type: OrganizationDto })
  @ApiProblems('unauthenticated', 'invalid_token', 'forbidden', 'insufficient_scope', 'organization_required')
  get(@CurrentActor() actor: Actor): Promise<OrganizationDto> {
    return this.organizations.own(actor);
  }

  @Patch()
  @PeopleAccess('organization:manage')
  @ApiIfMatch()
  @ApiIdempotencyKey()
  @ApiOperation({ operationId: 'updateOrganization', summary: 'Изменить профиль своей организации' })
  @ApiOkResponse({ type: OrganizationDto })
  @ApiProblems(
    'unauthenticated',
    'invalid_token',
    'forbidden',
    'organization_required',
    'precondition_failed',
    'precondition_required',
    'validation_failed',
  )
  update(
    @CurrentActor() actor: Actor,
    @IfMatch() version: number,
    @Body() changes: UpdateOrganizationDto,
  ): Promise<OrganizationDto> {
    return this.updateOrganization.run(actor, version, changes);
  }
}

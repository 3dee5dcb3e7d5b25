import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor, PeopleAccess, type Actor } from '../../core/access/index.js';
import { ApiIdempotencyKey, ApiProblems } from '../../core/http/index.js';
import { DirectoryEntryDto, DirectoryQueryDto } from './directory/directory.dto.js';
import { FindByInn } from './directory/find-by-inn.js';
import { InvitationDto, InviteOrganizationDto } from './invitations/invitation.dto.js';
import { InviteOrganization } from './invitations/invite-organization.js';
import { PublicOrganizationDto, PublicOrganizations } from './public-organizations.js';
import { OrganizationRegistry } from './registry/organization-registry.js';
import { OrganizationsPageDto, OrganizationsQueryDto } from './registry/registry.dto.js';

/** The public part of every organization, and the way to those that are not here yet. */
@ApiTags('Организации')
@Controller('organizations')
export class PublicOrganizationsController {
  constructor(
    private readonly registry: OrganizationRegistry,
    private readonly organizations: PublicOrganizations,
    private readonly directory: FindByInn,
    private readonly inviting: InviteOrganization,
  ) {}

  @Get()
  @Access('organization:read')
  @ApiOperation({
    operationId: 'listOrganizations',
    summary: '«Реестр обр. организаций» и «Реестр работодателей», по названию',
  })
  @ApiOkResponse({ type: OrganizationsPageDto })
  @ApiProblems(
    'invalid_parameter',
    'invalid_cursor',
    'unauthenticated',
    'invalid_token',
    'forbidden',
    'insufficient_scope',
    'organization_required',
  )
  list(@CurrentActor() actor: Actor, @Query() query: OrganizationsQueryDto): Promise<OrganizationsPageDto> {
    return this.registry.page(actor, query);
  }

  @Get('by-inn')
  @Access('organization:read')
  @ApiOperation({ operationId: 'findOrganizationByInn', summary: 'Сведения об организации по ИНН' })
  @ApiOkResponse({ type: DirectoryEntryDto })
  @ApiProblems('invalid_parameter', 'unauthenticated', 'forbidden', 'insufficient_scope', 'not_found')
  byInn(@CurrentActor() actor: Actor, @Query() { inn }: DirectoryQueryDto): Promise<DirectoryEntryDto> {
    return this.directory.run(actor, inn);
  }

  @Get(':id')
  @Access('organization:read')
  @ApiOperation({ operationId: 'getPublicOrganization', summary: 'Открытые сведения об организации' })
  @ApiOkResponse({ type: PublicOrganizationDto })
  @ApiProblems('unauthenticated', 'forbidden', 'insufficient_scope', 'not_found')
  one(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<PublicOrganizationDto> {
    return this.organizations.one(actor, id);
  }

  @Post(':id/invitations')
  @PeopleAccess('applications:send')
  @ApiIdempotencyKey()
  @ApiOperation({ operationId: 'inviteOrganization', summary: '«Пригласить в систему»: письмо организации' })
  @ApiCreatedResponse({ type: InvitationDto })
  @ApiProblems(
    'unauthenticated',
    'invalid_token',
    'forbidden',
    'organization_required',
    'not_found',
    'invalid_state',
    'duplicate',
    'rate_limited',
    'validation_failed',
  )
  invite(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() input: InviteOrganizationDto,
  ): Promise<InvitationDto> {
    return this.inviting.run(actor, id, input);
  }
}

import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor, PeopleAccess, type Actor } from '../../../core/access/index.js';
import { ApiIdempotencyKey, ApiIfMatch, ApiProblems, IfMatch } from '../../../core/http/index.js';
import { Organizations } from '../organizations.service.js';
import { DeclareEducationDto, OwnEducationDeclarationDto } from './declaration.dto.js';
import { DeclareEducation } from './declare-education.js';

/** What an educational organization teaches, as it declares itself. */
@ApiTags('Организация')
@Controller('organization/education')
export class DeclarationController {
  constructor(
    private readonly organizations: Organizations,
    private readonly declaring: DeclareEducation,
  ) {}

  @Get()
  @Access('organization:read')
  @ApiOperation({
    operationId: 'getEducationDeclaration',
    summary: 'Уровни, программы и области своей организации',
  })
  @ApiOkResponse({ type: OwnEducationDeclarationDto })
  @ApiProblems('unauthenticated', 'invalid_token', 'forbidden', 'insufficient_scope', 'organization_required')
  get(@CurrentActor() actor: Actor): Promise<OwnEducationDeclarationDto> {
    return this.organizations.declaration(actor);
  }

  @Put()
  @PeopleAccess('organization:manage')
  @ApiIfMatch()
  @ApiIdempotencyKey()
  @ApiOperation({ operationId: 'declareEducation', summary: 'Заявить уровни, программы и области целиком' })
  @ApiOkResponse({ type: OwnEducationDeclarationDto })
  @ApiProblems(
    'unauthenticated',
    'invalid_token',
    'forbidden',
    'organization_required',
    'precondition_failed',
    'precondition_required',
    'validation_failed',
  )
  declare(
    @CurrentActor() actor: Actor,
    @IfMatch() version: number,
    @Body() declaration: DeclareEducationDto,
  ): Promise<OwnEducationDeclarationDto> {
    return this.declaring.run(actor, version, declaration);
  }
}

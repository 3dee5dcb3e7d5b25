import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor, type Actor } from '../../core/access/index.js';
import { ApiProblems } from '../../core/http/index.js';
import {
  AreasQueryDto,
  ProfessionalAreasDto,
  RegionsDto,
  SpecialtiesDto,
  SpecialtiesQueryDto,
} from './reference-data.dto.js';
import { ReferenceData } from './reference-data.service.js';
import { REGIONS } from './regions.js';
import { FEDERAL_DISTRICTS } from './federal-districts.js';

/** Refusals every route of this controller can give. */
const Problems = () =>
  ApiProblems('unauthenticated', 'invalid_token', 'forbidden', 'insufficient_scope', 'organization_required');

@ApiTags('Справочники')
@Controller('reference')
export class ReferenceDataController {
  constructor(private readonly reference: ReferenceData) {}

  @Get('specialties')
  @Access('organization:read')
  @ApiOperation({ operationId: 'findSpecialties', summary: 'Специальности по коду или названию' })
  @ApiOkResponse({ type: SpecialtiesDto })
  @ApiProblems('invalid_parameter')
  @Problems()
  async specialties(
    @CurrentActor() actor: Actor,
    @Query() query: SpecialtiesQueryDto,
  ): Promise<SpecialtiesDto> {
    return { items: await this.reference.specialties(actor, query) };
  }

  @Get('regions')
  @Access('organization:read')
  @ApiOperation({ operationId: 'listRegions', summary: 'Субъекты Российской Федерации' })
  @ApiOkResponse({ type: RegionsDto })
  @Problems()
  regions(): RegionsDto {
    return { items: REGIONS, federalDistricts: FEDERAL_DISTRICTS };
  }

  @Get('professional-areas')
  @Access('organization:read')
  @ApiOperation({ operationId: 'listProfessionalAreas', summary: 'Области профессиональной деятельности' })
  @ApiOkResponse({ type: ProfessionalAreasDto })
  @ApiProblems('invalid_parameter')
  @Problems()
  async professionalAreas(
    @CurrentActor() actor: Actor,
    @Query() { archived }: AreasQueryDto,
  ): Promise<ProfessionalAreasDto> {
    return { items: await this.reference.areas(actor, archived) };
  }
}

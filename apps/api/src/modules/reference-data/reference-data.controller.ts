import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor, type Actor } from '../../core/access/index.js';
import { ApiProblems } from '../../core/http/index.js';
import { PROFESSIONAL_AREAS, REGIONS } from './areas-and-regions.js';
import { EducationOrganizations } from './education-organizations.js';
import {
  EducationOrganizationsDto,
  EducationOrganizationsQueryDto,
  ProfessionalAreasDto,
  RegionsDto,
  SpecialtiesDto,
  SpecialtiesQueryDto,
} from './reference-data.dto.js';
import { FEDERAL_DISTRICTS } from './federal-districts.js';
import { findSpecialties } from './specialties.js';

/** Refusals every route of this controller can give. */
const Problems = () =>
  ApiProblems('unauthenticated', 'invalid_token', 'forbidden', 'insufficient_scope', 'organization_required');

@ApiTags('Справочники')
@Controller('reference')
export class ReferenceDataController {
  constructor(private readonly educationOrganizations: EducationOrganizations) {}

  @Get('specialties')
  @Access('organization:read')
  @ApiOperation({ operationId: 'findSpecialties', summary: 'Специальности по коду или названию' })
  @ApiOkResponse({ type: SpecialtiesDto })
  @ApiProblems('invalid_parameter')
  @Problems()
  specialties(@Query() { q, level, limit }: SpecialtiesQueryDto): SpecialtiesDto {
    return { items: findSpecialties(q, level, limit) };
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
  @Problems()
  professionalAreas(): ProfessionalAreasDto {
    return { items: PROFESSIONAL_AREAS };
  }

  @Get('education-organizations')
  @Access('organization:read')
  @ApiOperation({
    operationId: 'findEducationOrganizations',
    summary: 'Открытый реестр образовательных организаций, по названию',
  })
  @ApiOkResponse({ type: EducationOrganizationsDto })
  @ApiProblems('invalid_parameter', 'invalid_cursor')
  @Problems()
  find(
    @CurrentActor() actor: Actor,
    @Query() query: EducationOrganizationsQueryDto,
  ): Promise<EducationOrganizationsDto> {
    return this.educationOrganizations.page(actor, query);
  }
}

import { applyDecorators, Body, Controller, Get, Param, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor, PeopleAccess, type Actor } from '../../core/access/index.js';
import { ApiIdempotencyKey, ApiIfMatch, ApiProblems, IfMatch } from '../../core/http/index.js';
import {
  areaEntryDto,
  AreaEntryDto,
  CreateAreaDto,
  CreateSpecialtyDto,
  specialtyEntryDto,
  SpecialtyEntryDto,
  UpdateAreaDto,
  UpdateSpecialtyDto,
} from './entries.dto.js';
import { EditAreas } from './operations/edit-areas.js';
import { EditSpecialties } from './operations/edit-specialties.js';
import { ReferenceData } from './reference-data.service.js';

interface EntryOperation {
  readonly operationId: string;
  readonly summary: string;
  readonly type: new () => object;
}

const ReadRoute = (path: string, { type, ...operation }: EntryOperation) =>
  applyDecorators(
    Get(path),
    Access('organization:read'),
    ApiOperation(operation),
    ApiOkResponse({ type }),
    ApiProblems('unauthenticated', 'forbidden', 'insufficient_scope', 'not_found'),
  );

const AddRoute = (path: string, { type, ...operation }: EntryOperation) =>
  applyDecorators(
    Post(path),
    PeopleAccess('reference-data:moderate'),
    ApiOperation(operation),
    ApiCreatedResponse({ type }),
    ApiIdempotencyKey(),
    ApiProblems('unauthenticated', 'forbidden', 'duplicate', 'validation_failed'),
  );

const EditRoute = (path: string, { type, ...operation }: EntryOperation) =>
  applyDecorators(
    Patch(path),
    PeopleAccess('reference-data:moderate'),
    ApiOperation(operation),
    ApiOkResponse({ type }),
    ApiIfMatch(),
    ApiIdempotencyKey(),
    ApiProblems(
      'unauthenticated',
      'forbidden',
      'not_found',
      'precondition_failed',
      'precondition_required',
      'validation_failed',
    ),
  );

/** Single entries of the classifiers, and the moderator's work on them. */
@ApiTags('Справочники')
@Controller('reference')
export class ReferenceEntriesController {
  constructor(
    private readonly reference: ReferenceData,
    private readonly areas: EditAreas,
    private readonly specialties: EditSpecialties,
  ) {}

  @ReadRoute('professional-areas/:code', {
    operationId: 'getProfessionalArea',
    summary: 'Область профессиональной деятельности, исключённая тоже',
    type: AreaEntryDto,
  })
  async area(@CurrentActor() actor: Actor, @Param('code') code: string): Promise<AreaEntryDto> {
    return areaEntryDto(await this.reference.area(actor, code));
  }

  @AddRoute('professional-areas', {
    operationId: 'addProfessionalArea',
    summary: 'Новая область профессиональной деятельности',
    type: AreaEntryDto,
  })
  async addArea(@CurrentActor() actor: Actor, @Body() { code, name }: CreateAreaDto): Promise<AreaEntryDto> {
    return areaEntryDto(await this.areas.add(actor, code, name));
  }

  @EditRoute('professional-areas/:code', {
    operationId: 'updateProfessionalArea',
    summary: 'Название области; исключить её из справочника или вернуть',
    type: AreaEntryDto,
  })
  async editArea(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @IfMatch() version: number,
    @Body() changes: UpdateAreaDto,
  ): Promise<AreaEntryDto> {
    return areaEntryDto(await this.areas.edit(actor, code, version, changes));
  }

  @ReadRoute('specialties/:code', {
    operationId: 'getSpecialty',
    summary: 'Специальность, исключённая тоже',
    type: SpecialtyEntryDto,
  })
  async specialty(@CurrentActor() actor: Actor, @Param('code') code: string): Promise<SpecialtyEntryDto> {
    return specialtyEntryDto(await this.reference.specialty(actor, code));
  }

  @AddRoute('specialties', {
    operationId: 'addSpecialty',
    summary: 'Новая специальность, уровень — по коду',
    type: SpecialtyEntryDto,
  })
  async addSpecialty(
    @CurrentActor() actor: Actor,
    @Body() { code, name }: CreateSpecialtyDto,
  ): Promise<SpecialtyEntryDto> {
    return specialtyEntryDto(await this.specialties.add(actor, code, name));
  }

  @EditRoute('specialties/:code', {
    operationId: 'updateSpecialty',
    summary: 'Название специальности; исключить её из справочника или вернуть',
    type: SpecialtyEntryDto,
  })
  async editSpecialty(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @IfMatch() version: number,
    @Body() changes: UpdateSpecialtyDto,
  ): Promise<SpecialtyEntryDto> {
    return specialtyEntryDto(await this.specialties.edit(actor, code, version, changes));
  }
}

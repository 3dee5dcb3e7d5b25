import { ApiProperty } from '@nestjs/swagger';
import {
  APPLICATION_TYPES,
  EDUCATION_LEVELS,
  REGISTRY_LIMITS,
  SAVED_SEARCH_LIMITS,
  type ApplicationType,
  type EducationLevel,
} from '@praktika/contracts';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsBoolean,
  IsIn,
  IsNotEmpty,
  IsObject,
  IsOptional,
  IsUUID,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { CommaList, IsCalendarDate, Text } from '../../core/http/index.js';
import { AreTerritoryCodes, IsAreaCode } from '../reference-data/index.js';
import type { SavedSearchRow } from './saved-searches.queries.js';

/** A filter of several values, which are OR; filters are AND. */
const LIST = { required: false, isArray: true, maxItems: SAVED_SEARCH_LIMITS.values } as const;

/** What published listings are narrowed by, as in their list; without a place and an order in it. */
export class SavedSearchFiltersDto {
  @ApiProperty({ ...LIST, enum: APPLICATION_TYPES, description: 'Тип заявки' })
  @IsOptional()
  @CommaList()
  @ArrayMaxSize(SAVED_SEARCH_LIMITS.values)
  @IsIn(APPLICATION_TYPES, { each: true })
  type?: ApplicationType[];
  @ApiProperty({ ...LIST, type: String, example: ['06'], description: 'Область профессиональной деятельности' })
  @IsOptional()
  @CommaList()
  @ArrayMaxSize(SAVED_SEARCH_LIMITS.values)
  @IsAreaCode({ each: true })
  areaCode?: string[];
  @ApiProperty({ ...LIST, type: String, example: ['77', 'VOLGA'], description: 'Регион или федеральный округ' })
  @IsOptional()
  @CommaList()
  @ArrayMaxSize(SAVED_SEARCH_LIMITS.values)
  @AreTerritoryCodes()
  regionCode?: string[];
  @ApiProperty({ ...LIST, enum: EDUCATION_LEVELS, description: 'Уровень образования' })
  @IsOptional()
  @CommaList()
  @ArrayMaxSize(SAVED_SEARCH_LIMITS.values)
  @IsIn(EDUCATION_LEVELS, { each: true })
  level?: EducationLevel[];
  @ApiProperty({ ...LIST, type: String, format: 'uuid', description: 'Профессия' })
  @IsOptional()
  @CommaList()
  @ArrayMaxSize(SAVED_SEARCH_LIMITS.values)
  @IsUUID(undefined, { each: true })
  professionId?: string[];
  @ApiProperty({ ...LIST, type: String, format: 'uuid', description: 'Организация' })
  @IsOptional()
  @CommaList()
  @ArrayMaxSize(SAVED_SEARCH_LIMITS.values)
  @IsUUID(undefined, { each: true })
  organizationId?: string[];
  @ApiProperty({ required: false, maxLength: REGISTRY_LIMITS.search, description: 'Текст' })
  @IsOptional()
  @Text(REGISTRY_LIMITS.search)
  q?: string;
  @ApiProperty({ required: false, format: 'date', description: 'Практика идёт в этот день или позже' })
  @IsOptional()
  @IsCalendarDate()
  from?: string;
  @ApiProperty({ required: false, format: 'date', description: 'Практика идёт в этот день или раньше' })
  @IsOptional()
  @IsCalendarDate()
  to?: string;
}

export class CreateSavedSearchDto {
  @ApiProperty({ minLength: 1, maxLength: SAVED_SEARCH_LIMITS.name, example: 'Программисты в Москве' })
  @IsNotEmpty()
  @Text(SAVED_SEARCH_LIMITS.name)
  name: string;

  @ApiProperty({ required: false, default: true, description: '«Сообщать о новых»: раз в день одним письмом' })
  @IsBoolean()
  notify: boolean = true;

  @ApiProperty({ type: () => SavedSearchFiltersDto })
  @IsObject()
  @ValidateNested()
  @Type(() => SavedSearchFiltersDto)
  filters: SavedSearchFiltersDto;
}

export class UpdateSavedSearchDto {
  @ApiProperty({ required: false, minLength: 1, maxLength: SAVED_SEARCH_LIMITS.name })
  @ValidateIf((_, value) => value !== undefined)
  @IsNotEmpty()
  @Text(SAVED_SEARCH_LIMITS.name)
  name?: string;

  @ApiProperty({ required: false, description: '«Сообщать о новых»' })
  @ValidateIf((_, value) => value !== undefined)
  @IsBoolean()
  notify?: boolean;

  @ApiProperty({ type: () => SavedSearchFiltersDto, required: false })
  @ValidateIf((_, value) => value !== undefined)
  @IsObject()
  @ValidateNested()
  @Type(() => SavedSearchFiltersDto)
  filters?: SavedSearchFiltersDto;
}

export class SavedSearchDto {
  @ApiProperty({ format: 'uuid' })
  id: string;
  @ApiProperty()
  name: string;
  @ApiProperty({ description: '«Сообщать о новых»' })
  notify: boolean;
  @ApiProperty({ type: () => SavedSearchFiltersDto })
  filters: SavedSearchFiltersDto;
  @ApiProperty({ format: 'date-time' })
  createdAt: string;
  @ApiProperty({ format: 'date-time' })
  updatedAt: string;
  @ApiProperty({ description: 'Версия для If-Match' })
  version: number;
}

export class SavedSearchesDto {
  @ApiProperty({ type: () => [SavedSearchDto], description: 'По названию' })
  items: SavedSearchDto[];
}

/** A stored search as its person sees it. */
export const savedSearchDto = (row: SavedSearchRow): SavedSearchDto => ({
  id: row.id,
  name: row.name,
  notify: row.notify,
  filters: row.filters,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
  version: row.version,
});

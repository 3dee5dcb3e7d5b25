import { ApiProperty, OmitType } from '@nestjs/swagger';
import { SAVED_SEARCH_LIMITS } from '@praktika/contracts';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsBoolean,
  IsNotEmpty,
  IsObject,
  IsOptional,
  IsUUID,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { CommaList, Text } from '../../core/http/index.js';
import { ListingsQueryDto } from '../listings/index.js';
import type { SavedSearchRow } from './saved-searches.queries.js';

/** Ids a search may be narrowed to. */
const IDS = {
  required: false,
  type: 'array',
  items: { type: 'string', format: 'uuid' },
  maxItems: SAVED_SEARCH_LIMITS.ids,
} as const;

/** What published listings are narrowed by: the query of their list without a place and an order in it. */
export class SavedSearchFiltersDto extends OmitType(ListingsQueryDto, [
  'professionId',
  'organizationId',
  'sort',
  'limit',
  'cursor',
  'facets',
  'total',
]) {
  @ApiProperty({ ...IDS, description: 'Профессия' })
  @IsOptional()
  @CommaList()
  @ArrayMaxSize(SAVED_SEARCH_LIMITS.ids)
  @IsUUID(undefined, { each: true })
  professionId?: string[];
  @ApiProperty({ ...IDS, description: 'Организация' })
  @IsOptional()
  @CommaList()
  @ArrayMaxSize(SAVED_SEARCH_LIMITS.ids)
  @IsUUID(undefined, { each: true })
  organizationId?: string[];
}

export class CreateSavedSearchDto {
  @ApiProperty({ minLength: 1, maxLength: SAVED_SEARCH_LIMITS.name, example: 'Программисты в Москве' })
  @IsNotEmpty()
  @Text(SAVED_SEARCH_LIMITS.name)
  name: string;

  @ApiProperty({
    required: false,
    default: true,
    description: '«Сообщать о новых»: раз в день одним письмом',
  })
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

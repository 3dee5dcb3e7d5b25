import { ApiProperty } from '@nestjs/swagger';
import {
  APPLICATION_TYPES,
  EDUCATION_LEVELS,
  LISTING_FACETS,
  LISTING_SORTS,
  LISTING_STATUSES,
  REGISTRY_LIMITS,
  type ApplicationType,
  type EducationLevel,
  type ListingFacet,
  type ListingSort,
  type ListingStatus,
} from '@praktika/contracts';
import { IsBoolean, IsIn, IsInt, IsOptional, IsString, IsUUID, Max, MaxLength, Min } from 'class-validator';
import { CommaList, IsCalendarDate, QueryFlag, QueryNumber, Text } from '../../../core/http/index.js';
import { AreTerritoryCodes, IsAreaCode } from '../../reference-data/index.js';

/** What both lists of listings are narrowed by; several values of one filter are OR, filters are AND. */
class ListingFilterDto {
  @ApiProperty({ required: false, isArray: true, enum: APPLICATION_TYPES, description: 'Тип заявки' })
  @IsOptional()
  @CommaList()
  @IsIn(APPLICATION_TYPES, { each: true })
  type?: ApplicationType[];
  @ApiProperty({
    required: false,
    isArray: true,
    type: String,
    example: ['06'],
    description: 'Область профессиональной деятельности',
  })
  @IsOptional()
  @CommaList()
  @IsAreaCode({ each: true })
  areaCode?: string[];
  @ApiProperty({
    required: false,
    maxLength: REGISTRY_LIMITS.search,
    description: 'Профессия, специальность, организация, описание или номер',
  })
  @IsOptional()
  @Text(REGISTRY_LIMITS.search)
  q?: string;
  @ApiProperty({ required: false, minimum: 1, maximum: REGISTRY_LIMITS.maxPage, default: 25 })
  @IsOptional()
  @QueryNumber()
  @IsInt()
  @Min(1)
  @Max(REGISTRY_LIMITS.maxPage)
  limit: number = REGISTRY_LIMITS.defaultPage;
  @ApiProperty({ required: false, maxLength: REGISTRY_LIMITS.cursor, description: 'Курсор из nextCursor' })
  @IsOptional()
  @IsString()
  @MaxLength(REGISTRY_LIMITS.cursor)
  cursor?: string;
}

/** «Мои заявки» (manual §14.2). */
export class OwnListingsQueryDto extends ListingFilterDto {
  @ApiProperty({ required: false, isArray: true, enum: LISTING_STATUSES, description: 'Статус' })
  @IsOptional()
  @CommaList()
  @IsIn(LISTING_STATUSES, { each: true })
  status?: ListingStatus[];
}

/** Published listings (manual §14.1). */
export class ListingsQueryDto extends ListingFilterDto {
  @ApiProperty({
    required: false,
    isArray: true,
    type: String,
    example: ['77', 'VOLGA'],
    description: 'Регион прохождения практики; код федерального округа означает все его регионы',
  })
  @IsOptional()
  @CommaList()
  @AreTerritoryCodes()
  regionCode?: string[];
  @ApiProperty({ required: false, isArray: true, enum: EDUCATION_LEVELS, description: 'Уровень образования' })
  @IsOptional()
  @CommaList()
  @IsIn(EDUCATION_LEVELS, { each: true })
  level?: EducationLevel[];
  @ApiProperty({ required: false, isArray: true, type: String, format: 'uuid', description: 'Профессия' })
  @IsOptional()
  @CommaList()
  @IsUUID(undefined, { each: true })
  professionId?: string[];
  @ApiProperty({ required: false, isArray: true, type: String, format: 'uuid', description: 'Организация' })
  @IsOptional()
  @CommaList()
  @IsUUID(undefined, { each: true })
  organizationId?: string[];
  @ApiProperty({ required: false, format: 'date', description: 'Практика идёт в этот день или позже' })
  @IsOptional()
  @IsCalendarDate()
  from?: string;
  @ApiProperty({ required: false, format: 'date', description: 'Практика идёт в этот день или раньше' })
  @IsOptional()
  @IsCalendarDate()
  to?: string;
  @ApiProperty({ required: false, enum: LISTING_SORTS, default: '-publishedAt' })
  @IsOptional()
  @IsIn(LISTING_SORTS)
  sort: ListingSort = '-publishedAt';
  @ApiProperty({
    required: false,
    isArray: true,
    enum: LISTING_FACETS,
    description: 'Посчитать по этим группам; каждая считается без своего фильтра',
  })
  @IsOptional()
  @CommaList()
  @IsIn(LISTING_FACETS, { each: true })
  facets?: ListingFacet[];
  @ApiProperty({ required: false, type: Boolean, description: 'Посчитать, сколько всего' })
  @IsOptional()
  @QueryFlag()
  @IsBoolean()
  total?: boolean;
}

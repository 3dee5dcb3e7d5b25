import { ApiProperty, OmitType } from '@nestjs/swagger';
import { REGISTRY_VIEW_LIMITS } from '@praktika/contracts';
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
import { RegistryQueryDto } from '../documents/index.js';
import type { RegistryViewRow } from './registry-views.queries.js';

/** What the registry is narrowed and sorted by: its query without a place in the list. */
export class RegistryViewFiltersDto extends OmitType(RegistryQueryDto, [
  'partnerId',
  'limit',
  'cursor',
  'facets',
  'total',
]) {
  @ApiProperty({
    required: false,
    type: 'array',
    items: { type: 'string', format: 'uuid' },
    maxItems: REGISTRY_VIEW_LIMITS.partners,
    description: 'Партнёр',
  })
  @IsOptional()
  @CommaList()
  @ArrayMaxSize(REGISTRY_VIEW_LIMITS.partners)
  @IsUUID(undefined, { each: true })
  partnerId?: string[];
}

export class CreateRegistryViewDto {
  @ApiProperty({ minLength: 1, maxLength: REGISTRY_VIEW_LIMITS.name, example: 'Подписать на этой неделе' })
  @IsNotEmpty()
  @Text(REGISTRY_VIEW_LIMITS.name)
  name: string;

  @ApiProperty({ required: false, default: false, description: 'Виден всей организации' })
  @IsBoolean()
  shared: boolean = false;

  @ApiProperty({ type: () => RegistryViewFiltersDto })
  @IsObject()
  @ValidateNested()
  @Type(() => RegistryViewFiltersDto)
  filters: RegistryViewFiltersDto;
}

export class UpdateRegistryViewDto {
  @ApiProperty({ required: false, minLength: 1, maxLength: REGISTRY_VIEW_LIMITS.name })
  @ValidateIf((_, value) => value !== undefined)
  @IsNotEmpty()
  @Text(REGISTRY_VIEW_LIMITS.name)
  name?: string;

  @ApiProperty({ required: false })
  @ValidateIf((_, value) => value !== undefined)
  @IsBoolean()
  shared?: boolean;

  @ApiProperty({ type: () => RegistryViewFiltersDto, required: false })
  @ValidateIf((_, value) => value !== undefined)
  @IsObject()
  @ValidateNested()
  @Type(() => RegistryViewFiltersDto)
  filters?: RegistryViewFiltersDto;
}

export class RegistryViewDto {
  @ApiProperty({ format: 'uuid' })
  id: string;
  @ApiProperty()
  name: string;
  @ApiProperty({ description: 'Виден всей организации' })
  shared: boolean;
  @ApiProperty({ description: 'Создан вами: изменить и удалить его можете только вы' })
  mine: boolean;
  @ApiProperty({ description: 'Кто создал' })
  ownerName: string;
  @ApiProperty({ description: 'С него открывается ваш реестр' })
  isDefault: boolean;
  @ApiProperty({ type: () => RegistryViewFiltersDto })
  filters: RegistryViewFiltersDto;
  @ApiProperty({ format: 'date-time' })
  createdAt: string;
  @ApiProperty({ format: 'date-time' })
  updatedAt: string;
  @ApiProperty({ description: 'Версия для If-Match' })
  version: number;
}

export class RegistryViewsDto {
  @ApiProperty({ type: () => [RegistryViewDto], description: 'Сначала свои, затем общие; по названию' })
  items: RegistryViewDto[];
}

/** A stored view as a member of its organization sees it. */
export const registryViewDto = (row: RegistryViewRow, personId: string): RegistryViewDto => ({
  id: row.id,
  name: row.name,
  shared: row.shared,
  mine: row.person_id === personId,
  ownerName: row.owner_name,
  isDefault: row.is_default,
  filters: row.filters,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
  version: row.version,
});

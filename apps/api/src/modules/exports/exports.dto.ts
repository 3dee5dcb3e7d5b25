import { ApiProperty, OmitType } from '@nestjs/swagger';
import {
  EXPORT_COLUMNS,
  EXPORT_FORMATS,
  REGISTRY_LIMITS,
  type ExportColumn,
  type ExportFormat,
} from '@praktika/contracts';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsObject,
  IsOptional,
  IsUUID,
  ValidateNested,
} from 'class-validator';
import { CommaList } from '../../core/http/index.js';
import { RegistryQueryDto } from '../documents/index.js';

/** What of the registry is exported: its query without a place in the list. */
export class ExportFilterDto extends OmitType(RegistryQueryDto, [
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
    maxItems: REGISTRY_LIMITS.maxPage,
    description: 'Партнёр',
  })
  @IsOptional()
  @CommaList()
  @ArrayMaxSize(REGISTRY_LIMITS.maxPage)
  @IsUUID(undefined, { each: true })
  partnerId?: string[];
}

export class ExportDto {
  @ApiProperty({ enum: EXPORT_FORMATS, enumName: 'ExportFormat' })
  @IsIn(EXPORT_FORMATS)
  format: ExportFormat;

  @ApiProperty({ type: () => ExportFilterDto, description: 'Те же фильтры, поиск и порядок, что в реестре' })
  @IsObject()
  @ValidateNested()
  @Type(() => ExportFilterDto)
  filter: ExportFilterDto;

  @ApiProperty({
    required: false,
    isArray: true,
    enum: EXPORT_COLUMNS,
    minItems: 1,
    uniqueItems: true,
    description: 'Столбцы в нужном порядке; без них — все',
  })
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayUnique()
  @IsIn(EXPORT_COLUMNS, { each: true })
  columns?: ExportColumn[];
}

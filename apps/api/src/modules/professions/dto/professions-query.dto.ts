import { ApiProperty } from '@nestjs/swagger';
import { REGISTRY_LIMITS } from '@praktika/contracts';
import { IsBoolean, IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { CommaList, QueryFlag, QueryNumber, Text } from '../../../core/http/index.js';
import { IsAreaFilter } from '../../reference-data/index.js';

/** «Справочник профессий»: several areas are OR, filters are AND. */
export class ProfessionsQueryDto {
  @ApiProperty({
    required: false,
    maxLength: REGISTRY_LIMITS.search,
    description: '«Поиск по профессии или ФГОС»: часть названия или кода',
  })
  @IsOptional()
  @Text(REGISTRY_LIMITS.search)
  q?: string;
  @ApiProperty({
    required: false,
    isArray: true,
    type: String,
    description: '«Область профессиональной деятельности»',
  })
  @IsOptional()
  @CommaList()
  @IsAreaFilter({ each: true })
  areaCode?: string[];
  @ApiProperty({ required: false, type: Boolean, description: 'Вместе с исключёнными из справочника' })
  @IsOptional()
  @QueryFlag()
  @IsBoolean()
  archived?: boolean;
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

import { ApiProperty } from '@nestjs/swagger';
import { EDUCATION_LEVELS, PROFESSION_LIMITS as LIMITS, type EducationLevel } from '@praktika/contracts';
import { IsBoolean, IsNotEmpty, Matches, ValidateIf } from 'class-validator';
import { Text } from '../../core/http/index.js';
import type { AreaRow, SpecialtyRow } from './reference-data.queries.js';

/** An area as its editor sees it. */
export class AreaEntryDto {
  @ApiProperty({ example: '06' })
  code: string;
  @ApiProperty({ example: 'Связь, информационные и коммуникационные технологии' })
  name: string;
  @ApiProperty({ description: 'Исключена из справочника: выбрать её больше нельзя' })
  archived: boolean;
  @ApiProperty({ description: 'Версия для If-Match' })
  version: number;
}

/** A specialty as its editor sees it. */
export class SpecialtyEntryDto extends AreaEntryDto {
  @ApiProperty({ example: '09.03.04' })
  declare code: string;
  @ApiProperty({ enum: EDUCATION_LEVELS, enumName: 'EducationLevel' })
  level: EducationLevel;
  @ApiProperty({ type: [String], description: 'Прежние названия: по ним тоже находят' })
  otherNames: string[];
}

export class UpdateAreaDto {
  @ApiProperty({ required: false, maxLength: LIMITS.name })
  @ValidateIf((_, value) => value !== undefined)
  @Text(LIMITS.name)
  @IsNotEmpty()
  name?: string;
  @ApiProperty({ required: false, description: 'Исключить из справочника или вернуть' })
  @ValidateIf((_, value) => value !== undefined)
  @IsBoolean()
  archived?: boolean;
}

export class CreateAreaDto {
  @ApiProperty({ example: '41', pattern: '^\\d{2}$' })
  @Matches(/^\d{2}$/, { message: 'Код области — две цифры.' })
  code: string;
  @ApiProperty({ maxLength: LIMITS.name })
  @Text(LIMITS.name)
  @IsNotEmpty()
  name: string;
}

export class UpdateSpecialtyDto {
  @ApiProperty({ required: false, maxLength: LIMITS.specialtyName })
  @ValidateIf((_, value) => value !== undefined)
  @Text(LIMITS.specialtyName)
  @IsNotEmpty()
  name?: string;
  @ApiProperty({ required: false, description: 'Исключить из справочника или вернуть' })
  @ValidateIf((_, value) => value !== undefined)
  @IsBoolean()
  archived?: boolean;
}

export class CreateSpecialtyDto {
  @ApiProperty({ example: '09.03.04', pattern: '^\\d{2}\\.\\d{2}\\.\\d{2}$' })
  @Matches(/^\d{2}\.\d{2}\.\d{2}$/, { message: 'Ожидается код вида 09.03.04.' })
  code: string;
  @ApiProperty({ maxLength: LIMITS.specialtyName })
  @Text(LIMITS.specialtyName)
  @IsNotEmpty()
  name: string;
}

export const areaEntryDto = ({ code, name, archivedAt, version }: AreaRow): AreaEntryDto => ({
  code,
  name,
  archived: archivedAt !== null,
  version,
});

export const specialtyEntryDto = (row: SpecialtyRow): SpecialtyEntryDto => ({
  ...areaEntryDto(row),
  level: row.level,
  otherNames: [...row.otherNames],
});

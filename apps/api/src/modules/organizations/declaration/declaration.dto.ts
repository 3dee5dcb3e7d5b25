import { ApiProperty } from '@nestjs/swagger';
import {
  DECLARATION_LIMITS as LIMITS,
  EDUCATION_LEVELS,
  type EducationDeclaration,
  type EducationLevel,
} from '@praktika/contracts';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsOptional,
  Matches,
  ValidateNested,
} from 'class-validator';
import { Text } from '../../../core/http/index.js';
import { IsAreaCode } from '../../reference-data/index.js';

/** A programme as it is declared. */
export class DeclareProgrammeDto {
  @ApiProperty({ example: '09.03.04' })
  @Matches(/^\d{2}\.\d{2}\.\d{2}$/, { message: 'Ожидается код вида 09.03.04.' })
  specialtyCode: string;
  @ApiProperty({
    required: false,
    maxLength: LIMITS.name,
    description: 'Нужно только для кода, которого нет в справочнике',
  })
  @IsOptional()
  @Text(LIMITS.name)
  specialtyName?: string;
}

/** What the organization declares, as a whole. */
export class DeclareEducationDto {
  @ApiProperty({
    isArray: true,
    enum: EDUCATION_LEVELS,
    enumName: 'EducationLevel',
    description: 'Уровни; уровни программ добавляются сами',
  })
  @IsArray()
  @ArrayUnique()
  @IsIn(EDUCATION_LEVELS, { each: true })
  levels: EducationLevel[];
  @ApiProperty({ type: [DeclareProgrammeDto], maxItems: LIMITS.programmes })
  @IsArray()
  @ArrayMaxSize(LIMITS.programmes)
  @ValidateNested({ each: true })
  @Type(() => DeclareProgrammeDto)
  programmes: DeclareProgrammeDto[];
  @ApiProperty({ type: [String], description: 'Области профессиональной деятельности', example: ['06'] })
  @IsArray()
  @ArrayUnique()
  @IsAreaCode({ each: true })
  areaCodes: string[];
}

/** A declared programme. */
export class DeclaredProgrammeDto {
  @ApiProperty({ example: '09.03.04' })
  specialtyCode: string;
  @ApiProperty({ example: 'Программная инженерия' })
  specialtyName: string;
  @ApiProperty({ enum: EDUCATION_LEVELS, enumName: 'EducationLevel' })
  level: EducationLevel;
}

/** Levels, programmes by their codes, areas. */
export class EducationDeclarationDto implements EducationDeclaration {
  @ApiProperty({ enum: EDUCATION_LEVELS, enumName: 'EducationLevel', isArray: true })
  levels: EducationLevel[];
  @ApiProperty({ type: [DeclaredProgrammeDto] })
  programmes: DeclaredProgrammeDto[];
  @ApiProperty({ type: [String] })
  areaCodes: string[];
}

/** The same of one's own organization. */
export class OwnEducationDeclarationDto extends EducationDeclarationDto {
  @ApiProperty({ description: 'Версия профиля организации для If-Match' })
  version: number;
}

import { ApiProperty } from '@nestjs/swagger';
import { EDUCATION_LEVELS, type EducationLevel } from '@praktika/contracts';
import { IsBoolean, IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import { QueryFlag, QueryNumber, Text } from '../../core/http/index.js';

const nullableText = { type: String, nullable: true } as const;
const PAGE = { usual: 25, most: 100 } as const;

class PageQueryDto {
  @ApiProperty({ required: false, maxLength: 200 })
  @IsOptional()
  @Text(200)
  q?: string;

  @ApiProperty({ required: false, type: Number, minimum: 1, maximum: PAGE.most, default: PAGE.usual })
  @IsOptional()
  @QueryNumber()
  @IsInt()
  @Min(1)
  @Max(PAGE.most)
  limit: number = PAGE.usual;
}

export class AreasQueryDto {
  @ApiProperty({ required: false, type: Boolean, description: 'Вместе с исключёнными из справочника' })
  @IsOptional()
  @QueryFlag()
  @IsBoolean()
  archived?: boolean;
}

export class SpecialtiesQueryDto extends PageQueryDto {
  @ApiProperty({ required: false, type: Boolean, description: 'Вместе с исключёнными из справочника' })
  @IsOptional()
  @QueryFlag()
  @IsBoolean()
  archived?: boolean;

  @ApiProperty({ required: false, enum: EDUCATION_LEVELS, enumName: 'EducationLevel' })
  @IsOptional()
  @IsIn(EDUCATION_LEVELS)
  level?: EducationLevel;
}

export class SpecialtyDto {
  @ApiProperty({ example: '09.03.04' })
  code: string;
  @ApiProperty({ example: 'Программная инженерия' })
  name: string;
  @ApiProperty({ enum: EDUCATION_LEVELS, enumName: 'EducationLevel' })
  level: EducationLevel;
}

export class SpecialtiesDto {
  @ApiProperty({ type: () => [SpecialtyDto] })
  items: SpecialtyDto[];
}

export class RegionDto {
  @ApiProperty({ example: '77' })
  code: string;
  @ApiProperty({ example: 'Москва' })
  name: string;
  @ApiProperty({ example: 'Europe/Moscow' })
  timezone: string;
  @ApiProperty({ ...nullableText, example: 'Центральный', description: 'Федеральный округ' })
  federalDistrict: string | null;
}

export class FederalDistrictDto {
  @ApiProperty({ example: 'VOLGA', description: 'Годится фильтрам вместо кода региона' })
  code: string;
  @ApiProperty({ example: 'Приволжский федеральный округ' })
  name: string;
  @ApiProperty({ type: [String], description: 'Коды регионов округа' })
  regionCodes: string[];
}

export class RegionsDto {
  @ApiProperty({ type: () => [RegionDto] })
  items: RegionDto[];
  @ApiProperty({ type: () => [FederalDistrictDto] })
  federalDistricts: FederalDistrictDto[];
}

export class ProfessionalAreaDto {
  @ApiProperty({ example: '06' })
  code: string;
  @ApiProperty({ example: 'Связь, информационные и коммуникационные технологии' })
  name: string;
}

export class ProfessionalAreasDto {
  @ApiProperty({ type: () => [ProfessionalAreaDto] })
  items: ProfessionalAreaDto[];
}

import { ApiProperty } from '@nestjs/swagger';
import {
  EDUCATION_LEVELS,
  EDUCATION_TYPES,
  type EducationLevel,
  type EducationType,
} from '@praktika/contracts';
import { IsIn, IsInt, IsOptional, Max, MaxLength, Min } from 'class-validator';
import { QueryNumber, Text } from '../../core/http/index.js';

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

export class SpecialtiesQueryDto extends PageQueryDto {
  @ApiProperty({ required: false, enum: EDUCATION_LEVELS, enumName: 'EducationLevel' })
  @IsOptional()
  @IsIn(EDUCATION_LEVELS)
  level?: EducationLevel;
}

export class EducationOrganizationsQueryDto extends PageQueryDto {
  @ApiProperty({ required: false, maxLength: 1024 })
  @IsOptional()
  @MaxLength(1024)
  cursor?: string;
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

/** Public part of an educational organization (domain.md §8.1). */
export class EducationOrganizationDto {
  @ApiProperty({ format: 'uuid' })
  id: string;
  @ApiProperty()
  fullName: string;
  @ApiProperty(nullableText)
  shortName: string | null;
  @ApiProperty()
  inn: string;
  @ApiProperty(nullableText)
  ogrn: string | null;
  @ApiProperty(nullableText)
  regionCode: string | null;
  @ApiProperty({ enum: EDUCATION_TYPES, enumName: 'EducationType', nullable: true })
  type: EducationType | null;
  @ApiProperty(nullableText)
  site: string | null;
  @ApiProperty({ description: 'Работает ли организация в системе' })
  hasAccount: boolean;
}

export class EducationOrganizationsDto {
  @ApiProperty({ type: () => [EducationOrganizationDto] })
  items: EducationOrganizationDto[];
  @ApiProperty({ ...nullableText, description: 'null на последней странице' })
  nextCursor: string | null;
}

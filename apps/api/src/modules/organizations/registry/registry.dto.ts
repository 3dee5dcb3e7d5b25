import { ApiProperty } from '@nestjs/swagger';
import {
  EDUCATION_LEVELS,
  EDUCATION_TYPES,
  LEGAL_FORMS,
  ORGANIZATION_REGISTRY_LIMITS as LIMITS,
  ORGANIZATION_SIDES,
  REGISTRY_LIMITS,
  type DocumentSide,
  type EducationLevel,
  type EducationType,
  type LegalForm,
} from '@praktika/contracts';
import {
  ArrayMaxSize,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { CommaList, CountDto, QueryFlag, QueryNumber, Text } from '../../../core/http/index.js';
import { IsAreaCode, IsRegionCode } from '../../reference-data/index.js';

const nullableText = { type: String, nullable: true } as const;
const SIDES = ORGANIZATION_SIDES.filter((side): side is DocumentSide => side !== 'PLATFORM');
const LONGEST_LIST = 100;

/** Filters of the registries of organizations (manual §2): several values of one are OR, filters are AND. */
export class OrganizationsQueryDto {
  @ApiProperty({ required: false, enum: SIDES, description: 'Чей реестр; без неё — другой стороны' })
  @IsOptional()
  @IsIn(SIDES)
  side?: DocumentSide;
  @ApiProperty({
    required: false,
    maxLength: LIMITS.search,
    description: 'Слова названия в любом порядке, начало ИНН или ОГРН',
  })
  @IsOptional()
  @Text(LIMITS.search)
  q?: string;
  @ApiProperty({
    required: false,
    isArray: true,
    type: String,
    description: 'Коды регионов',
    example: ['77'],
  })
  @IsOptional()
  @CommaList()
  @ArrayMaxSize(LONGEST_LIST)
  @IsRegionCode({ each: true })
  regionCode?: string[];
  @ApiProperty({
    required: false,
    isArray: true,
    enum: EDUCATION_TYPES,
    description: 'Тип образовательной организации',
  })
  @IsOptional()
  @CommaList()
  @IsIn(EDUCATION_TYPES, { each: true })
  type?: EducationType[];
  @ApiProperty({ required: false, isArray: true, enum: LEGAL_FORMS, description: 'Правовая форма' })
  @IsOptional()
  @CommaList()
  @IsIn(LEGAL_FORMS, { each: true })
  legalForm?: LegalForm[];
  @ApiProperty({ required: false, isArray: true, enum: EDUCATION_LEVELS, description: 'Заявленный уровень' })
  @IsOptional()
  @CommaList()
  @IsIn(EDUCATION_LEVELS, { each: true })
  level?: EducationLevel[];
  @ApiProperty({
    required: false,
    isArray: true,
    type: String,
    description: 'Код заявленной специальности',
    example: ['09.03.04'],
  })
  @IsOptional()
  @CommaList()
  @ArrayMaxSize(LONGEST_LIST)
  @Matches(/^\d{2}\.\d{2}\.\d{2}$/, { each: true, message: 'Ожидается код вида 09.03.04.' })
  specialtyCode?: string[];
  @ApiProperty({ required: false, isArray: true, type: String, description: 'Код заявленной области' })
  @IsOptional()
  @CommaList()
  @IsAreaCode({ each: true })
  areaCode?: string[];
  @ApiProperty({ required: false, type: Boolean, description: 'Работает ли организация в системе' })
  @IsOptional()
  @QueryFlag()
  @IsBoolean()
  hasAccount?: boolean;
  @ApiProperty({ required: false, minimum: 1, maximum: LIMITS.maxPage, default: LIMITS.defaultPage })
  @IsOptional()
  @QueryNumber()
  @IsInt()
  @Min(1)
  @Max(LIMITS.maxPage)
  limit: number = LIMITS.defaultPage;
  @ApiProperty({ required: false, maxLength: REGISTRY_LIMITS.cursor, description: 'Курсор из nextCursor' })
  @IsOptional()
  @IsString()
  @MaxLength(REGISTRY_LIMITS.cursor)
  cursor?: string;
  @ApiProperty({ required: false, type: Boolean, description: 'Посчитать всего и по группам (до 1000)' })
  @IsOptional()
  @QueryFlag()
  @IsBoolean()
  counts?: boolean;
}

/** A row of a registry: the public part of an organization (domain.md §8.1), and what it is to the one that looks. */
export class OrganizationRowDto {
  @ApiProperty({ format: 'uuid' })
  id: string;
  @ApiProperty({ enum: ORGANIZATION_SIDES, enumName: 'OrganizationSide' })
  side: DocumentSide;
  @ApiProperty()
  fullName: string;
  @ApiProperty(nullableText)
  shortName: string | null;
  @ApiProperty()
  inn: string;
  @ApiProperty(nullableText)
  ogrn: string | null;
  @ApiProperty({ enum: LEGAL_FORMS, enumName: 'LegalForm' })
  legalForm: LegalForm;
  @ApiProperty({ enum: EDUCATION_TYPES, enumName: 'EducationType', nullable: true })
  type: EducationType | null;
  @ApiProperty({ enum: EDUCATION_LEVELS, enumName: 'EducationLevel', isArray: true })
  levels: EducationLevel[];
  @ApiProperty(nullableText)
  regionCode: string | null;
  @ApiProperty(nullableText)
  city: string | null;
  @ApiProperty(nullableText)
  site: string | null;
  @ApiProperty({ description: 'Работает ли организация в системе' })
  hasAccount: boolean;
  @ApiProperty({ description: 'Действует ли партнёрство с вашей организацией' })
  isPartner: boolean;
  @ApiProperty({
    ...nullableText,
    format: 'uuid',
    description: 'Заявка на партнерство между вами на рассмотрении',
  })
  openApplicationId: string | null;
  @ApiProperty({
    ...nullableText,
    format: 'date-time',
    description: 'Когда ваша организация последний раз пригласила её в систему',
  })
  invitedAt: string | null;
}

const counts = { type: 'object', additionalProperties: { $ref: '#/components/schemas/CountDto' } } as const;

/** Limited counts by the group that tells organizations of a side apart. */
export class OrganizationFacetsDto {
  @ApiProperty({ ...counts, selfRequired: false, description: 'У образовательных организаций' })
  type?: Record<string, CountDto>;
  @ApiProperty({ ...counts, selfRequired: false, description: 'У работодателей' })
  legalForm?: Record<string, CountDto>;
}

export class OrganizationsPageDto {
  @ApiProperty({ type: [OrganizationRowDto] })
  items: OrganizationRowDto[];
  @ApiProperty({ ...nullableText, description: 'null на последней странице' })
  nextCursor: string | null;
  @ApiProperty({ type: CountDto, required: false })
  total?: CountDto;
  @ApiProperty({ type: () => OrganizationFacetsDto, required: false })
  facets?: OrganizationFacetsDto;
}

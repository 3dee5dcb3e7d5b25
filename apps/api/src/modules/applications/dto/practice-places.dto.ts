import { ApiProperty } from '@nestjs/swagger';
import {
  APPLICATION_TYPES,
  EDUCATION_LEVELS,
  PLACE_CONDITIONS,
  PLACES_LIMITS as LIMITS,
  PRACTICE_KINDS,
  type ApplicationType,
  type EducationLevel,
  type PlaceCondition,
  type PracticeKind,
  type PracticePlaces,
} from '@praktika/contracts';
import { ArrayUnique, IsArray, IsIn, IsInt, IsOptional, Matches, Max, Min } from 'class-validator';
import { IsCalendarDate, Text } from '../../../core/http/index.js';
import { IsAreaCode, IsRegionCode } from '../../reference-data/index.js';

/** Places for practical training, offered or asked for; a draft may lack any of it. */
export class PracticePlacesDto implements PracticePlaces {
  @ApiProperty({
    required: false,
    enum: APPLICATION_TYPES,
    enumName: 'ApplicationType',
    description: 'Тип заявки',
  })
  @IsOptional()
  @IsIn(APPLICATION_TYPES)
  applicationType?: ApplicationType;
  @ApiProperty({
    required: false,
    enum: EDUCATION_LEVELS,
    enumName: 'EducationLevel',
    description: 'Уровень образования',
  })
  @IsOptional()
  @IsIn(EDUCATION_LEVELS)
  level?: EducationLevel;
  @ApiProperty({
    required: false,
    example: '09.03.04',
    description: 'Код специальности; можно и не из справочника',
  })
  @IsOptional()
  @Matches(/^\d{2}\.\d{2}\.\d{2}$/, { message: 'Ожидается код вида 09.03.04.' })
  specialtyCode?: string;
  @ApiProperty({ required: false, maxLength: LIMITS.name, example: 'Программная инженерия' })
  @IsOptional()
  @Text(LIMITS.name)
  specialtyName?: string;
  @ApiProperty({ required: false, example: '06', description: 'Область профессиональной деятельности' })
  @IsOptional()
  @IsAreaCode()
  areaCode?: string;
  @ApiProperty({ required: false, maxLength: LIMITS.name, example: 'Программист', description: 'Профессия' })
  @IsOptional()
  @Text(LIMITS.name)
  profession?: string;
  @ApiProperty({ required: false, enum: PRACTICE_KINDS, description: 'Вид практики' })
  @IsOptional()
  @IsIn(PRACTICE_KINDS)
  practiceKind?: PracticeKind;
  @ApiProperty({ required: false, maxLength: LIMITS.name, description: 'Тип практики' })
  @IsOptional()
  @Text(LIMITS.name)
  practiceType?: string;
  @ApiProperty({ required: false, minimum: 1, maximum: LIMITS.seats, description: 'Количество мест' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(LIMITS.seats)
  seats?: number;
  @ApiProperty({ required: false, format: 'date', description: 'Начало' })
  @IsOptional()
  @IsCalendarDate()
  from?: string;
  @ApiProperty({ required: false, format: 'date', description: 'Окончание' })
  @IsOptional()
  @IsCalendarDate()
  to?: string;
  @ApiProperty({ required: false, example: '77', description: 'Регион прохождения практики' })
  @IsOptional()
  @IsRegionCode()
  regionCode?: string;
  @ApiProperty({ required: false, maxLength: LIMITS.name })
  @IsOptional()
  @Text(LIMITS.name)
  city?: string;
  @ApiProperty({ required: false, maxLength: LIMITS.address })
  @IsOptional()
  @Text(LIMITS.address)
  address?: string;
  @ApiProperty({ required: false, isArray: true, enum: PLACE_CONDITIONS, enumName: 'PlaceCondition' })
  @IsOptional()
  @IsArray()
  @ArrayUnique()
  @IsIn(PLACE_CONDITIONS, { each: true })
  conditions?: PlaceCondition[];
  @ApiProperty({ required: false, maxLength: LIMITS.text, description: 'Требования' })
  @IsOptional()
  @Text(LIMITS.text)
  requirements?: string;
  @ApiProperty({ required: false, maxLength: LIMITS.text, description: 'Описание' })
  @IsOptional()
  @Text(LIMITS.text)
  description?: string;
}

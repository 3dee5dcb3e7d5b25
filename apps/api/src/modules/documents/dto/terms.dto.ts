import { ApiProperty } from '@nestjs/swagger';
import {
  EDUCATION_LEVELS,
  FORMS_OF_STUDY,
  GRADE_SCALES,
  TERMS_LIMITS as LIMITS,
  PRACTICE_KINDS,
  REPORT_MODES,
  type Assessment,
  type EducationLevel,
  type FormOfStudy,
  type GradeScale,
  type PracticeKind,
  type Premise,
  type ProgrammeLine,
  type ReportMode,
  type Supervisor,
} from '@praktika/contracts';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsEmail,
  IsIn,
  IsInt,
  IsOptional,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { IsCalendarDate, Text } from '../../../core/http/index.js';

/** A line of «Приложение 1»: programme, students, dates. */
export class ProgrammeLineDto implements ProgrammeLine {
  @ApiProperty({ required: false, enum: EDUCATION_LEVELS })
  @IsOptional()
  @IsIn(EDUCATION_LEVELS)
  level?: EducationLevel;
  @ApiProperty({ example: '09.03.04', description: 'Код специальности; можно и не из справочника' })
  @Matches(/^\d{2}\.\d{2}\.\d{2}$/, { message: 'Ожидается код вида 09.03.04.' })
  specialtyCode: string;
  @ApiProperty({ example: 'Программная инженерия' })
  @Text(300)
  specialtyName: string;
  @ApiProperty({ required: false })
  @IsOptional()
  @Text(300)
  profile?: string;
  @ApiProperty({ required: false, minimum: 1, maximum: 7 })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(7)
  course?: number;
  @ApiProperty({ required: false })
  @IsOptional()
  @Text(50)
  group?: string;
  @ApiProperty({ required: false, enum: FORMS_OF_STUDY })
  @IsOptional()
  @IsIn(FORMS_OF_STUDY)
  formOfStudy?: FormOfStudy;
  @ApiProperty({ required: false, enum: PRACTICE_KINDS })
  @IsOptional()
  @IsIn(PRACTICE_KINDS)
  practiceKind?: PracticeKind;
  @ApiProperty({ required: false, example: 'Технологическая (проектно-технологическая)' })
  @IsOptional()
  @Text(200)
  practiceType?: string;
  @ApiProperty({ required: false, minimum: 1, maximum: LIMITS.seats, description: 'Количество обучающихся' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(LIMITS.seats)
  seats?: number;
  @ApiProperty({ required: false, format: 'date' })
  @IsOptional()
  @IsCalendarDate()
  from?: string;
  @ApiProperty({ required: false, format: 'date' })
  @IsOptional()
  @IsCalendarDate()
  to?: string;
}

export class PremiseDto implements Premise {
  @ApiProperty({ example: 'Учебный центр, аудитория 12' })
  @Text(300)
  name: string;
  @ApiProperty({ required: false })
  @IsOptional()
  @Text(500)
  address?: string;
}

export class SupervisorDto implements Supervisor {
  @ApiProperty({ example: 'Орлова Ирина Сергеевна' })
  @Text(200)
  fullName: string;
  @ApiProperty({ required: false })
  @IsOptional()
  @Text(200)
  position?: string;
  @ApiProperty({ required: false })
  @IsOptional()
  @Text(50)
  phone?: string;
  @ApiProperty({ required: false })
  @IsOptional()
  @IsEmail()
  @Text(254)
  email?: string;
}

export class AssessmentDto implements Assessment {
  @ApiProperty({ enum: GRADE_SCALES, description: 'Система оценки результатов' })
  @IsIn(GRADE_SCALES)
  gradeScale: GradeScale;
  @ApiProperty({ enum: REPORT_MODES, description: 'Где сдаётся отчет' })
  @IsIn(REPORT_MODES)
  reportMode: ReportMode;
  @ApiProperty({ description: 'Отчет нужно подписать' })
  @IsBoolean()
  reportSignatureRequired: boolean;
}

/** Terms that every document with a practice period has; a draft may lack any of them. */
export class PracticeTermsDto {
  @ApiProperty({ required: false, format: 'date', description: 'Начало срока' })
  @IsOptional()
  @IsCalendarDate()
  validFrom?: string;
  @ApiProperty({ required: false, format: 'date', description: 'Окончание срока' })
  @IsOptional()
  @IsCalendarDate()
  validTo?: string;
  @ApiProperty({ required: false, type: [ProgrammeLineDto], maxItems: LIMITS.programmes })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(LIMITS.programmes)
  @ValidateNested({ each: true })
  @Type(() => ProgrammeLineDto)
  programmes?: ProgrammeLineDto[];
  @ApiProperty({ required: false, type: [PremiseDto], maxItems: LIMITS.premises })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(LIMITS.premises)
  @ValidateNested({ each: true })
  @Type(() => PremiseDto)
  premises?: PremiseDto[];
  @ApiProperty({
    required: false,
    type: SupervisorDto,
    description: 'Руководитель от образовательной организации',
  })
  @IsOptional()
  @ValidateNested()
  @Type(() => SupervisorDto)
  educationSupervisor?: SupervisorDto;
  @ApiProperty({
    required: false,
    type: SupervisorDto,
    description: 'Руководитель от профильной организации',
  })
  @IsOptional()
  @ValidateNested()
  @Type(() => SupervisorDto)
  employerSupervisor?: SupervisorDto;
  @ApiProperty({ required: false, type: AssessmentDto })
  @IsOptional()
  @ValidateNested()
  @Type(() => AssessmentDto)
  assessment?: AssessmentDto;
}

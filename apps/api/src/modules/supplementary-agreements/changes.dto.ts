import { ApiProperty } from '@nestjs/swagger';
import {
  CHANGEABLE_TERMS,
  TERMS_LIMITS as LIMITS,
  type AmendmentTerms,
  type ChangeableTerm,
  type Period,
  type TerminationTerms,
  type TermsChange,
} from '@praktika/contracts';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { IsCalendarDate, Text } from '../../core/http/index.js';
import { PremiseDto, SupervisorDto } from '../documents/index.js';

export class PeriodDto implements Period {
  @ApiProperty({ format: 'date' })
  @IsCalendarDate()
  validFrom: string;
  @ApiProperty({ format: 'date' })
  @IsCalendarDate()
  validTo: string;
}

/** A structured change beside the agreement's file: the new value stands under the name of the term. */
export class TermsChangeDto implements TermsChange {
  @ApiProperty({ enum: CHANGEABLE_TERMS, enumName: 'ChangeableTerm', description: 'Что меняется' })
  @IsIn(CHANGEABLE_TERMS)
  term: ChangeableTerm;
  @ApiProperty({ format: 'date', description: 'С какого дня' })
  @IsCalendarDate()
  effectiveFrom: string;
  @ApiProperty({ required: false, type: PeriodDto })
  @IsOptional()
  @ValidateNested()
  @Type(() => PeriodDto)
  period?: PeriodDto;
  @ApiProperty({ required: false, minimum: 0, maximum: LIMITS.seats })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(LIMITS.seats)
  seats?: number;
  @ApiProperty({ required: false, type: SupervisorDto })
  @IsOptional()
  @ValidateNested()
  @Type(() => SupervisorDto)
  responsible?: SupervisorDto;
  @ApiProperty({ required: false, type: [PremiseDto], minItems: 1, maxItems: LIMITS.premises })
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(LIMITS.premises)
  @ValidateNested({ each: true })
  @Type(() => PremiseDto)
  premises?: PremiseDto[];
  @ApiProperty({ required: false, type: SupervisorDto })
  @IsOptional()
  @ValidateNested()
  @Type(() => SupervisorDto)
  educationSupervisor?: SupervisorDto;
  @ApiProperty({ required: false, maxLength: LIMITS.conditions })
  @IsOptional()
  @Text(LIMITS.conditions)
  employerConditions?: string;
  @ApiProperty({ required: false, maxLength: LIMITS.conditions })
  @IsOptional()
  @Text(LIMITS.conditions)
  studentConditions?: string;
}

/** Terms of an agreement of either kind: changes amend, a last day and a reason terminate. */
export class AgreementTermsDto implements AmendmentTerms, TerminationTerms {
  @ApiProperty({
    required: false,
    type: [TermsChangeDto],
    maxItems: LIMITS.changes,
    description: 'Что меняет соглашение; только у соглашения об изменении',
  })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(LIMITS.changes)
  @ValidateNested({ each: true })
  @Type(() => TermsChangeDto)
  changes?: TermsChangeDto[];
  @ApiProperty({
    required: false,
    format: 'date',
    description: 'Последний день действия договора; только у соглашения о прекращении',
  })
  @IsOptional()
  @IsCalendarDate()
  effectiveDate?: string;
  @ApiProperty({
    required: false,
    maxLength: LIMITS.reason,
    description: 'Причина; только у соглашения о прекращении',
  })
  @IsOptional()
  @Text(LIMITS.reason)
  reason?: string;
}

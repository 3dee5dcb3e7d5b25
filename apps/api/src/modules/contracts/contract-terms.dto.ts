import { ApiProperty } from '@nestjs/swagger';
import {
  PROLONGATIONS,
  TERMS_LIMITS as LIMITS,
  type FrameworkContractTerms,
  type PeriodContractTerms,
  type Prolongation,
} from '@praktika/contracts';
import { IsIn, IsOptional } from 'class-validator';
import { Text } from '../../core/http/index.js';
import { PracticeTermsDto } from '../documents/index.js';

/**
 * Terms of a contract; a draft may lack any of them. Programmes belong to «Договор на период практики» alone,
 * prolongation to «Рамочный договор» alone.
 */
export class ContractTermsDto
  extends PracticeTermsDto
  implements PeriodContractTerms, FrameworkContractTerms
{
  @ApiProperty({ required: false, maxLength: LIMITS.conditions, description: 'Сведения от работодателя' })
  @IsOptional()
  @Text(LIMITS.conditions)
  employerConditions?: string;
  @ApiProperty({ required: false, maxLength: LIMITS.conditions, description: 'Сведения от студента' })
  @IsOptional()
  @Text(LIMITS.conditions)
  studentConditions?: string;
  @ApiProperty({ required: false, enum: PROLONGATIONS, description: 'Продление рамочного договора' })
  @IsOptional()
  @IsIn(PROLONGATIONS)
  prolongation?: Prolongation;
}

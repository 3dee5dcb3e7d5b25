import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsOptional, IsUUID, ValidateNested } from 'class-validator';
import { DraftDto } from '../documents/index.js';
import { ContractTermsDto } from './contract-terms.dto.js';

/** Kinds of documents that are contracts. */
export const CONTRACT_KINDS = ['PERIOD_CONTRACT', 'FRAMEWORK_CONTRACT'] as const;

/** What an edit of a contract's draft may replace. */
export class UpdateContractDto extends DraftDto {
  @ApiProperty({ required: false, type: ContractTermsDto })
  @IsOptional()
  @ValidateNested()
  @Type(() => ContractTermsDto)
  terms?: ContractTermsDto;
}

/** «Сохранить как проект». */
export class CreateContractDto extends UpdateContractDto {
  @ApiProperty({ enum: CONTRACT_KINDS })
  @IsIn(CONTRACT_KINDS)
  kind: (typeof CONTRACT_KINDS)[number];
  @ApiProperty({ format: 'uuid', description: 'Партнёр: вторая сторона договора' })
  @IsUUID()
  partnerId: string;
}

import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsOptional, IsUUID, ValidateNested } from 'class-validator';
import { DraftDto } from '../documents/index.js';
import { AgreementTermsDto } from './changes.dto.js';

/** «Тип соглашения» (manual §7.2). */
export const AGREEMENT_KINDS = ['SUPPLEMENTARY_TERMINATION', 'SUPPLEMENTARY_AMENDMENT'] as const;

/** What an edit of an agreement's draft may replace. */
export class UpdateAgreementDto extends DraftDto {
  @ApiProperty({ required: false, type: AgreementTermsDto })
  @IsOptional()
  @ValidateNested()
  @Type(() => AgreementTermsDto)
  terms?: AgreementTermsDto;
}

/** «Сохранить как проект». */
export class CreateAgreementDto extends UpdateAgreementDto {
  @ApiProperty({ enum: AGREEMENT_KINDS, description: 'Тип соглашения' })
  @IsIn(AGREEMENT_KINDS)
  kind: (typeof AGREEMENT_KINDS)[number];
  @ApiProperty({ format: 'uuid', description: 'Заключённый договор' })
  @IsUUID()
  parentId: string;
}

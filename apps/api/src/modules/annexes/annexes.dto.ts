import { ApiProperty } from '@nestjs/swagger';
import type { AnnexTerms } from '@praktika/contracts';
import { Type } from 'class-transformer';
import { IsOptional, IsUUID, ValidateNested } from 'class-validator';
import { DraftDto, PracticeTermsDto } from '../documents/index.js';

/** Terms of «Приложение к рамочному договору»; a draft may lack any of them. */
export class AnnexTermsDto extends PracticeTermsDto implements AnnexTerms {}

/** What an edit of an annex's draft may replace. */
export class UpdateAnnexDto extends DraftDto {
  @ApiProperty({ required: false, type: AnnexTermsDto })
  @IsOptional()
  @ValidateNested()
  @Type(() => AnnexTermsDto)
  terms?: AnnexTermsDto;
}

/** «Сохранить как проект». */
export class CreateAnnexDto extends UpdateAnnexDto {
  @ApiProperty({ format: 'uuid', description: 'Заключённый рамочный договор' })
  @IsUUID()
  parentId: string;
}

import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsOptional, IsUUID, ValidateIf, ValidateNested } from 'class-validator';
import { IsCalendarDate, Text } from '../../core/http/index.js';
import { DraftFileDto } from '../documents/index.js';
import { PeriodContractTermsDto } from './period-contract-terms.dto.js';

/** What an edit of a draft may replace; a member left out stays as it is, null empties it. */
export class UpdateContractDto {
  @ApiProperty({ required: false, nullable: true, type: String, maxLength: 50, example: '118-П' })
  @IsOptional()
  @Text(50)
  number?: string | null;
  @ApiProperty({ required: false, nullable: true, type: String, format: 'date' })
  @ValidateIf(
    (input: UpdateContractDto) => input.date !== undefined && input.date !== null && input.date !== '',
  )
  @IsCalendarDate()
  date?: string | null;
  @ApiProperty({ required: false, type: PeriodContractTermsDto })
  @IsOptional()
  @ValidateNested()
  @Type(() => PeriodContractTermsDto)
  terms?: PeriodContractTermsDto;
  @ApiProperty({ required: false, type: [DraftFileDto], maxItems: 40 })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(40)
  @ValidateNested({ each: true })
  @Type(() => DraftFileDto)
  files?: DraftFileDto[];
}

/** «Сохранить как проект». */
export class CreateContractDto extends UpdateContractDto {
  @ApiProperty({ enum: ['PERIOD_CONTRACT'] })
  @IsIn(['PERIOD_CONTRACT'])
  kind: 'PERIOD_CONTRACT';
  @ApiProperty({ format: 'uuid', description: 'Партнёр: вторая сторона договора' })
  @IsUUID()
  partnerId: string;
}

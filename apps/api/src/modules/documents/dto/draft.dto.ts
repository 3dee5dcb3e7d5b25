import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsOptional, ValidateIf, ValidateNested } from 'class-validator';
import { IsCalendarDate, Text } from '../../../core/http/index.js';
import { DraftFileDto } from './common.dto.js';

/** What any draft has beside its terms; a member left out stays as it is, null empties it. */
export class DraftDto {
  @ApiProperty({ required: false, nullable: true, type: String, maxLength: 50, example: '118-П' })
  @IsOptional()
  @Text(50)
  number?: string | null;
  @ApiProperty({ required: false, nullable: true, type: String, format: 'date' })
  @ValidateIf((input: DraftDto) => input.date !== undefined && input.date !== null && input.date !== '')
  @IsCalendarDate()
  date?: string | null;
  @ApiProperty({ required: false, type: [DraftFileDto], maxItems: 40 })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(40)
  @ValidateNested({ each: true })
  @Type(() => DraftFileDto)
  files?: DraftFileDto[];
}

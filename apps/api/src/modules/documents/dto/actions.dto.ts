import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsUUID,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { IsCalendarDate, Text } from '../../../core/http/index.js';
import { ResponsibleInputDto } from '../../employees/index.js';

/** «Причина» of every modal that asks for one; the table says where it may not be empty. */
export class ReasonDto {
  @ApiProperty({ example: 'Уточните сроки практики' })
  @Text(2000)
  reason: string;
}

export class OptionalReasonDto {
  @ApiProperty({ required: false, example: 'Договор больше не нужен' })
  @IsOptional()
  @Text(2000)
  reason?: string;
}

/** A body with nothing in it. */
export class EmptyDto {}

export class SubmitConfirmationDto {
  @ApiProperty({ format: 'date', description: 'Дата подписания на бумаге' })
  @IsCalendarDate()
  signedOnPaperAt: string;
}

/** «Согласование проекта договора»: every field is optional (manual §5.1). */
export class ApproveDto {
  @ApiProperty({ required: false, type: ResponsibleInputDto })
  @IsOptional()
  @ValidateNested()
  @Type(() => ResponsibleInputDto)
  responsible?: ResponsibleInputDto;
  @ApiProperty({ required: false, description: 'Количество вакантных мест', minimum: 0, maximum: 10_000 })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(10_000)
  seats?: number;
}

/** «Закрыть договор» → «Без дополнительного соглашения». */
export class CloseDto {
  @ApiProperty({ enum: ['WITHOUT_AGREEMENT'] })
  @IsIn(['WITHOUT_AGREEMENT'])
  mode: 'WITHOUT_AGREEMENT';
  @ApiProperty({ required: false })
  @IsOptional()
  @Text(2000)
  comment?: string;
  @ApiProperty({ required: false, type: [String], description: 'Загруженные файлы' })
  @IsOptional()
  @IsUUID(undefined, { each: true })
  @ArrayMaxSize(40)
  files?: string[];
  @ApiProperty({ required: false, description: 'Есть незавершённые приложения или практики, это известно' })
  @IsOptional()
  @IsBoolean()
  acknowledge?: boolean;
}

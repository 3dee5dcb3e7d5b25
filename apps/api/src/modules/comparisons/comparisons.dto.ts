import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, Max, Min } from 'class-validator';

const LAST = 100_000;

export class ComparisonQueryDto {
  @ApiProperty({ minimum: 1, example: 1, description: 'Номер прежней редакции' })
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(LAST)
  from: number;
  @ApiProperty({ minimum: 1, example: 2, description: 'Номер новой редакции' })
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(LAST)
  to: number;
}

export class RoundReasonDto {
  @ApiProperty()
  text: string;
  @ApiProperty({ nullable: true, type: String })
  personName: string | null;
  @ApiProperty({ nullable: true, type: String })
  organizationName: string | null;
  @ApiProperty({ format: 'date-time' })
  at: string;
}

const LEAVES = [{ type: 'string' }, { type: 'number' }, { type: 'boolean' }];

export class DifferenceDto {
  @ApiProperty({ example: '/terms/validTo', description: 'JSON Pointer поля документа' })
  pointer: string;
  @ApiProperty({ required: false, oneOf: LEAVES, description: 'Было' })
  before?: unknown;
  @ApiProperty({ required: false, oneOf: LEAVES, description: 'Стало' })
  after?: unknown;
}

export const TEXT_COMPARISONS = ['COMPARED', 'SAME_FILE', 'UNREADABLE', 'TOO_DIFFERENT'] as const;

export class TextPartDto {
  @ApiProperty({ enum: ['SAME', 'ADDED', 'REMOVED'] })
  kind: 'SAME' | 'ADDED' | 'REMOVED';
  @ApiProperty()
  text: string;
}

export class TextComparisonDto {
  @ApiProperty({
    enum: TEXT_COMPARISONS,
    description: 'Сравнён ли текст; файлы могут совпадать, не читаться или отличаться целиком',
  })
  status: (typeof TEXT_COMPARISONS)[number];
  @ApiProperty({ description: 'Прочитаны ли оба файла целиком' })
  whole: boolean;
  @ApiProperty({ type: [TextPartDto] })
  parts: TextPartDto[];
}

export class ComparisonDto {
  @ApiProperty({ example: 1 })
  from: number;
  @ApiProperty({ example: 2 })
  to: number;
  @ApiProperty({ type: [RoundReasonDto], description: 'Почему документ возвращали между этими редакциями' })
  reasons: RoundReasonDto[];
  @ApiProperty({ type: [DifferenceDto] })
  fields: DifferenceDto[];
  @ApiProperty({ type: TextComparisonDto })
  text: TextComparisonDto;
}

import { ApiProperty } from '@nestjs/swagger';
import {
  IMPORT_LIMITS,
  IMPORT_ROW_OUTCOMES,
  TEMPLATE_FORMATS,
  type ImportRowError,
  type ImportRowOutcome,
  type TemplateFormat,
} from '@praktika/contracts';
import { IsBoolean, IsIn, IsInt, IsOptional, IsString, IsUUID, Max, Min, ValidateIf } from 'class-validator';
import { QueryNumber } from '../../core/http/index.js';

/** What every import is asked with. */
export class ImportDto {
  @ApiProperty({ format: 'uuid', description: 'Загруженная таблица' })
  @IsUUID()
  fileId: string;
  @ApiProperty({ description: 'Только проверить: ничего не записывается' })
  @IsBoolean()
  dryRun: boolean;
  @ApiProperty({ required: false, description: 'Не записывать ничего, если хотя бы в одной строке ошибка' })
  @ValidateIf((_, value) => value !== undefined)
  @IsBoolean()
  allOrNothing?: boolean;
}

/** «Импорт мест». */
export class PlacesImportDto extends ImportDto {
  @ApiProperty({ required: false, description: 'Сразу опубликовать; без этого создаются черновики' })
  @ValidateIf((_, value) => value !== undefined)
  @IsBoolean()
  publish?: boolean;
}

export class TemplateQueryDto {
  @ApiProperty({ required: false, enum: TEMPLATE_FORMATS, enumName: 'TemplateFormat', default: 'XLSX' })
  @IsOptional()
  @IsIn(TEMPLATE_FORMATS)
  format: TemplateFormat = 'XLSX';
}

export class ImportRowsQueryDto {
  @ApiProperty({ required: false, enum: IMPORT_ROW_OUTCOMES, enumName: 'ImportRowOutcome' })
  @IsOptional()
  @IsIn(IMPORT_ROW_OUTCOMES)
  outcome?: ImportRowOutcome;
  @ApiProperty({ required: false, minimum: 1, maximum: IMPORT_LIMITS.page, default: IMPORT_LIMITS.page })
  @IsOptional()
  @QueryNumber()
  @IsInt()
  @Min(1)
  @Max(IMPORT_LIMITS.page)
  limit: number = IMPORT_LIMITS.page;
  @ApiProperty({ required: false, description: 'Курсор из предыдущего ответа' })
  @IsOptional()
  @IsString()
  cursor?: string;
}

/** What is wrong with a row. */
export class ImportRowErrorDto implements ImportRowError {
  @ApiProperty({ nullable: true, type: String, description: 'Заголовок столбца; null — вся строка' })
  column: string | null;
  @ApiProperty({ example: 'is_calendar_date' })
  code: string;
  @ApiProperty({ example: 'Ожидается дата вида 01.09.2027.' })
  text: string;
}

/** What came of a row. */
export class ImportRowDto {
  @ApiProperty({ description: 'Номер строки в файле, считая заголовки' })
  number: number;
  @ApiProperty({ enum: IMPORT_ROW_OUTCOMES, enumName: 'ImportRowOutcome' })
  outcome: ImportRowOutcome;
  @ApiProperty({ description: 'Что названо в строке', example: 'Программист' })
  label: string;
  @ApiProperty({ type: [ImportRowErrorDto] })
  errors: ImportRowErrorDto[];
  @ApiProperty({ nullable: true, type: String, format: 'uuid', description: 'Что создано или обновлено' })
  targetId: string | null;
}

export class ImportRowsDto {
  @ApiProperty({ type: [ImportRowDto] })
  items: ImportRowDto[];
  @ApiProperty({ nullable: true, type: String })
  nextCursor: string | null;
}

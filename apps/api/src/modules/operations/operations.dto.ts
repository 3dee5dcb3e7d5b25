import { ApiProperty } from '@nestjs/swagger';
import {
  DOCUMENT_KINDS,
  OPERATION_ITEM_STATUSES,
  OPERATION_KINDS,
  OPERATION_RESULT_DAYS,
  OPERATION_STATUSES,
  type DocumentKind,
  type OperationItemStatus,
  type OperationKind,
  type OperationStatus,
} from '@praktika/contracts';
import { IsIn, IsOptional } from 'class-validator';
import { FieldErrorDto } from '../../core/http/index.js';

/** Why something was refused, in the words it would have been refused with alone. */
export class OperationProblemDto {
  @ApiProperty({ example: 'precondition_failed' })
  code: string;
  @ApiProperty()
  title: string;
  @ApiProperty({ example: 412 })
  status: number;
  @ApiProperty({ required: false })
  detail?: string;
  @ApiProperty({ type: [FieldErrorDto], required: false })
  errors?: FieldErrorDto[];
}

export class OperationResultDto {
  @ApiProperty()
  name: string;
  @ApiProperty({ description: 'Байт' })
  size: number;
  @ApiProperty()
  mediaType: string;
}

/** Long work and how far it is. */
export class OperationDto {
  @ApiProperty({ format: 'uuid' })
  id: string;
  @ApiProperty({ enum: OPERATION_KINDS, enumName: 'OperationKind' })
  kind: OperationKind;
  @ApiProperty({
    nullable: true,
    type: String,
    description: 'Действие с документами, формат выгрузки или вид импорта',
    example: 'approve',
  })
  action: string | null;
  @ApiProperty({ enum: OPERATION_STATUSES, enumName: 'OperationStatus' })
  status: OperationStatus;
  @ApiProperty({ nullable: true, type: Number, description: 'Сколько всего; null, пока неизвестно' })
  total: number | null;
  @ApiProperty({ description: 'Сколько выполнено' })
  done: number;
  @ApiProperty({ description: 'Сколько отклонено: причины у каждого документа' })
  failed: number;
  @ApiProperty({
    nullable: true,
    type: OperationResultDto,
    description: `Что можно скачать; null, если скачивать нечего или прошло ${OPERATION_RESULT_DAYS} дней`,
  })
  result: OperationResultDto | null;
  @ApiProperty({ nullable: true, type: OperationProblemDto, description: 'Почему не выполнена вся операция' })
  problem: OperationProblemDto | null;
  @ApiProperty({ format: 'date-time' })
  createdAt: string;
  @ApiProperty({ nullable: true, type: String, format: 'date-time' })
  startedAt: string | null;
  @ApiProperty({ nullable: true, type: String, format: 'date-time' })
  finishedAt: string | null;
}

export class OperationsDto {
  @ApiProperty({ type: [OperationDto] })
  items: OperationDto[];
}

export class OperationItemsQueryDto {
  @ApiProperty({ required: false, enum: OPERATION_ITEM_STATUSES })
  @IsOptional()
  @IsIn(OPERATION_ITEM_STATUSES)
  status?: OperationItemStatus;
}

/** What came of one document of an operation. */
export class OperationItemDto {
  @ApiProperty({ description: 'Место в запросе, с нуля' })
  position: number;
  @ApiProperty({ format: 'uuid' })
  documentId: string;
  @ApiProperty({ nullable: true, enum: DOCUMENT_KINDS, enumName: 'DocumentKind' })
  kind: DocumentKind | null;
  @ApiProperty({ nullable: true, type: String })
  title: string | null;
  @ApiProperty({ nullable: true, type: String })
  partnerName: string | null;
  @ApiProperty({ enum: OPERATION_ITEM_STATUSES, enumName: 'OperationItemStatus' })
  status: OperationItemStatus;
  @ApiProperty({ nullable: true, type: OperationProblemDto })
  problem: OperationProblemDto | null;
}

export class OperationItemListDto {
  @ApiProperty({ type: [OperationItemDto] })
  items: OperationItemDto[];
}

import { ApiProperty } from '@nestjs/swagger';
import { BATCH_LIMIT } from '@praktika/contracts';
import { ArrayMaxSize, ArrayMinSize, IsInt, IsString, IsUUID, Max, Min } from 'class-validator';
import { LongList } from '../../core/http/index.js';
import { ApproveDto, ReasonDto } from '../documents/index.js';

/** A document of a batch, in the version its asker has seen. */
export class BatchItemDto {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  id: string;
  @ApiProperty({ description: 'Версия документа, которую вы видели', minimum: 1 })
  @IsInt()
  @Min(1)
  @Max(2_147_483_647)
  version: number;
}

/** The documents of a batch as every body carries them. */
const Items =
  (item: () => new () => BatchItemDto): PropertyDecorator =>
  (target, key) => {
    ApiProperty({ type: () => [item()], minItems: 1, maxItems: BATCH_LIMIT })(target, key);
    ArrayMinSize(1)(target, key);
    ArrayMaxSize(BATCH_LIMIT)(target, key);
    LongList(item)(target, key);
  };

/** A verb that needs nothing but the documents. */
export class BatchDto {
  @Items(() => BatchItemDto)
  items: BatchItemDto[];
}

/** «Согласовать»: who is responsible and how many seats go for all documents. */
export class BatchApproveDto extends ApproveDto {
  @Items(() => BatchItemDto)
  items: BatchItemDto[];
}

/** A verb with one reason for all documents. */
export class BatchReasonDto extends ReasonDto {
  @Items(() => BatchItemDto)
  items: BatchItemDto[];
}

/** A document with the signature made over its revision. */
export class BatchSignItemDto extends BatchItemDto {
  @ApiProperty({ format: 'uuid', description: 'Редакция, файл которой подписан' })
  @IsUUID()
  revisionId: string;
  @ApiProperty({ description: 'Открепленная подпись CAdES в base64 (DER)' })
  @IsString()
  cms: string;
}

export class BatchSignDto {
  @Items(() => BatchSignItemDto)
  items: BatchSignItemDto[];
}

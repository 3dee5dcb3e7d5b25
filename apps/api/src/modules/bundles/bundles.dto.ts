import { ApiProperty } from '@nestjs/swagger';
import { BATCH_LIMIT } from '@praktika/contracts';
import { ArrayMaxSize, ArrayMinSize, IsUUID } from 'class-validator';
import { LongList } from '../../core/http/index.js';

export class BundleItemDto {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  id: string;
}

/** Documents to be put into one archive. */
export class BundleDto {
  @ApiProperty({ type: () => [BundleItemDto], minItems: 1, maxItems: BATCH_LIMIT })
  @ArrayMinSize(1)
  @ArrayMaxSize(BATCH_LIMIT)
  @LongList(() => BundleItemDto)
  items: BundleItemDto[];
}

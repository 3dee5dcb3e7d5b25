import { ApiProperty } from '@nestjs/swagger';
import { BATCH_LIMIT } from '@praktika/contracts';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsUUID, ValidateNested } from 'class-validator';

export class BundleItemDto {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  id: string;
}

/** Documents to be put into one archive. */
export class BundleDto {
  @ApiProperty({ type: () => [BundleItemDto], minItems: 1, maxItems: BATCH_LIMIT })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(BATCH_LIMIT)
  @ValidateNested({ each: true })
  @Type(() => BundleItemDto)
  items: BundleItemDto[];
}

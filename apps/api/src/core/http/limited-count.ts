import { ApiProperty } from '@nestjs/swagger';
import { FACET_LIMIT } from '@praktika/contracts';

/**
 * A limited count: above the limit it is told as «не меньше», and a text that much of a large registry holds is counted
 * in a part of it alone: «не меньше», too.
 */
export class CountDto {
  @ApiProperty({ example: 12 })
  value: number;
  @ApiProperty({ enum: ['eq', 'gte'] })
  relation: 'eq' | 'gte';
}

/** SQL of a count that goes no further than the limit: nobody waits for an exact number of thousands. */
export const limitedCount = (source: string, condition: string, limit: number = FACET_LIMIT): string =>
  `(SELECT count(*) FROM (SELECT FROM ${source} WHERE ${condition} LIMIT ${limit + 1}) counted)`;

/** @param counted up to the limit and one more; @param whole whether everything was looked at */
export const countDto = (counted: number, whole: boolean, limit: number = FACET_LIMIT): CountDto =>
  counted > limit ? { value: limit, relation: 'gte' } : { value: counted, relation: whole ? 'eq' : 'gte' };

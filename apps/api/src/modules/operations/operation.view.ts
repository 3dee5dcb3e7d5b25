import type { OperationDto, OperationItemDto } from './operations.dto.js';
import type { ItemRow, OperationRow } from './operations.queries.js';

/** An operation as the API shows it. */
export const operationOf = ({ tokenId: _, ...row }: OperationRow): OperationDto => ({
  ...row,
  result: row.result && { name: row.result.name, size: row.result.size, mediaType: row.result.mediaType },
  problem: row.problem && { ...row.problem, errors: row.problem.errors?.slice() },
});

/** One document of an operation as the API shows it. */
export const operationItemOf = (row: ItemRow): OperationItemDto => ({
  ...row,
  problem: row.problem && { ...row.problem, errors: row.problem.errors?.slice() },
});

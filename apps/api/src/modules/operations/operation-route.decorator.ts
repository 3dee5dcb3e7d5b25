import { applyDecorators, HttpCode, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOperation } from '@nestjs/swagger';
import type { ErrorCode, Permission } from '@praktika/contracts';
import { Access } from '../../core/access/index.js';
import { ApiIdempotencyKey, ApiProblems } from '../../core/http/index.js';
import { OperationDto } from './operations.dto.js';

interface LongWork {
  readonly operationId: string;
  readonly summary: string;
  readonly description: string;
}

/** A `POST` that begins long work: 202 with the operation. `problems` are those it can give beside the common ones. */
export function OperationRoute(
  path: string,
  permission: Permission,
  work: LongWork,
  ...problems: readonly ErrorCode[]
) {
  return applyDecorators(
    Post(path),
    HttpCode(202),
    Access(permission),
    ApiOperation(work),
    ApiAcceptedResponse({ type: OperationDto }),
    ApiIdempotencyKey(),
    ApiProblems(
      'unauthenticated',
      'forbidden',
      'insufficient_scope',
      'validation_failed',
      ...problems,
      'rate_limited',
      'unavailable',
    ),
  );
}

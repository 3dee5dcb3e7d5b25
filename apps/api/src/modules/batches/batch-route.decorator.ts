import { applyDecorators, HttpCode, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOperation } from '@nestjs/swagger';
import { BATCH_LIMIT, DOCUMENT_ACTION_LABELS, type BatchAction, type Permission } from '@praktika/contracts';
import { Access } from '../../core/access/index.js';
import { ApiIdempotencyKey, ApiProblems } from '../../core/http/index.js';
import { OperationDto } from '../operations/index.js';

const operationIdOf = (action: string) =>
  `${action.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())}Documents`;

/**
 * `POST /documents/batch/{action}`: one verb over many documents. Answers 202 with an operation whose items tell of
 * each document; one that is refused stops none of the others.
 */
export function BatchRoute(action: BatchAction, permission: Permission) {
  return applyDecorators(
    Post(action),
    HttpCode(202),
    Access(permission),
    ApiOperation({
      operationId: operationIdOf(action),
      summary: `«${DOCUMENT_ACTION_LABELS[action]}»: много документов сразу`,
      description: `До ${BATCH_LIMIT} документов. Ход и результат по каждому: GET /operations/{id}.`,
    }),
    ApiAcceptedResponse({ type: OperationDto }),
    ApiIdempotencyKey(),
    ApiProblems(
      'unauthenticated',
      'forbidden',
      'insufficient_scope',
      'validation_failed',
      'payload_too_large',
      'rate_limited',
      'unavailable',
    ),
  );
}

import { applyDecorators, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { APPLICATION_ACTION_LABELS, type ApplicationAction, type Permission } from '@praktika/contracts';
import { Access } from '../../core/access/index.js';
import { ApiIdempotencyKey, ApiIfMatch, ApiProblems } from '../../core/http/index.js';
import { ApplicationDto } from './dto/application.dto.js';

const operationIdOf = (action: string) =>
  `${action.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())}Application`;

/** `POST /applications/{id}/actions/{action}`: expects a version, answers with the card (domain.md §0.11). */
export function ApplicationActionRoute(
  action: ApplicationAction,
  permission: Permission,
  operationId = operationIdOf(action),
) {
  return applyDecorators(
    Post(`:id/actions/${action}`),
    HttpCode(200),
    Access(permission),
    ApiOperation({ operationId, summary: `«${APPLICATION_ACTION_LABELS[action]}»: заявка` }),
    ApiOkResponse({ type: ApplicationDto }),
    ApiIfMatch(),
    ApiIdempotencyKey(),
    ApiProblems(
      'unauthenticated',
      'forbidden',
      'insufficient_scope',
      'not_found',
      'invalid_state',
      'duplicate',
      'precondition_failed',
      'precondition_required',
      'validation_failed',
    ),
  );
}

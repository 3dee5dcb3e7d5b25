import { applyDecorators, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { DOCUMENT_ACTION_LABELS, type DocumentAction, type Permission } from '@praktika/contracts';
import { Access, ReadsAlong } from '../../core/access/index.js';
import { ApiIdempotencyKey, ApiIfMatch, ApiProblems } from '../../core/http/index.js';
import { DocumentCardDto } from './dto/card.dto.js';
import { DOCUMENT_ALONG } from './engine/index.js';

const operationIdOf = (action: string) =>
  `${action.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())}Document`;

/**
 * `POST /documents/{id}/actions/{action}`: the route, its right, its documentation. Every action expects a version
 * and answers with the card; the refusals are those of domain.md §0.11.
 */
export function ActionRoute(action: DocumentAction, permission: Permission) {
  return applyDecorators(
    Post(`:id/actions/${action}`),
    HttpCode(200),
    Access(permission),
    ReadsAlong(DOCUMENT_ALONG),
    ApiOperation({ operationId: operationIdOf(action), summary: `«${DOCUMENT_ACTION_LABELS[action]}»` }),
    ApiOkResponse({ type: DocumentCardDto }),
    ApiIfMatch(),
    ApiIdempotencyKey(),
    ApiProblems(
      'unauthenticated',
      'forbidden',
      'insufficient_scope',
      'not_found',
      'invalid_state',
      'document_withdrawn',
      'precondition_failed',
      'precondition_required',
      'validation_failed',
      'unavailable',
    ),
  );
}

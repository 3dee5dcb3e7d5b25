import { applyDecorators, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { Access, ReadsAlong } from '../../core/access/index.js';
import { ApiIdempotencyKey, ApiIfMatch, ApiProblems } from '../../core/http/index.js';
import { DocumentCardDto } from './dto/card.dto.js';
import { DOCUMENT_ALONG } from './engine/index.js';

interface DraftOperation {
  readonly operationId: string;
  readonly summary: string;
}

/** `POST /{resource}`: «Сохранить как проект». Answers with the card of the new draft. */
export function NewDraftRoute(operation: DraftOperation) {
  return applyDecorators(
    Post(),
    Access('documents:draft'),
    ApiOperation(operation),
    ApiCreatedResponse({ type: DocumentCardDto }),
    ApiIdempotencyKey(),
    ApiProblems('unauthenticated', 'forbidden', 'insufficient_scope', 'duplicate', 'validation_failed'),
  );
}

/** `PATCH /{resource}/{id}`: «Редактировать», autosave included. Answers with the card. */
export function DraftRoute(operation: DraftOperation) {
  return applyDecorators(
    Patch(':id'),
    Access('documents:draft'),
    ReadsAlong(DOCUMENT_ALONG),
    ApiOperation(operation),
    ApiOkResponse({ type: DocumentCardDto }),
    ApiIfMatch(),
    ApiIdempotencyKey(),
    ApiProblems(
      'unauthenticated',
      'forbidden',
      'insufficient_scope',
      'not_found',
      'duplicate',
      'invalid_state',
      'precondition_failed',
      'precondition_required',
      'validation_failed',
    ),
  );
}

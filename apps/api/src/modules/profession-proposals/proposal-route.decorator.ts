import { applyDecorators, HttpCode, Post, type CustomDecorator } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { PROPOSAL_ACTION_LABELS, type ProposalAction } from '@praktika/contracts';
import { Access, PeopleAccess } from '../../core/access/index.js';
import { ApiIdempotencyKey, ApiIfMatch, ApiProblems } from '../../core/http/index.js';
import { ProposalDto } from './dto/proposal.dto.js';

const actionRoute = (action: ProposalAction, access: CustomDecorator) =>
  applyDecorators(
    Post(`:id/actions/${action}`),
    HttpCode(200),
    access,
    ApiOperation({
      operationId: `${action}ProfessionProposal`,
      summary: `«${PROPOSAL_ACTION_LABELS[action]}»: предложенная профессия`,
    }),
    ApiOkResponse({ type: ProposalDto }),
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

/** The author's press: expects a version, answers with the card (domain.md §0.11). */
export const AuthorActionRoute = (action: ProposalAction) =>
  actionRoute(action, Access('professions:propose'));

/** The moderator's press: made by people alone. */
export const ModeratorActionRoute = (action: ProposalAction) =>
  actionRoute(action, PeopleAccess('reference-data:moderate'));

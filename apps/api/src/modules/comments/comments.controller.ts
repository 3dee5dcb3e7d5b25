import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { COMMENT_LIMITS } from '@praktika/contracts';
import { Access, CurrentActor, type Actor } from '../../core/access/index.js';
import { Database } from '../../core/database/index.js';
import { ApiIdempotencyKey, ApiProblems } from '../../core/http/index.js';
import { DocumentStore } from '../documents/index.js';
import { commentOf } from './comment.view.js';
import { AddCommentDto, CommentDto, CommentsDto } from './comments.dto.js';
import { COMMENTS, type CommentRow } from './comments.queries.js';
import { AddComment } from './operations/add-comment.js';

/** Comments on a document. */
@ApiTags('Документы')
@Controller('documents/:id/comments')
export class CommentsController {
  constructor(
    private readonly documents: DocumentStore,
    private readonly database: Database,
    private readonly addition: AddComment,
  ) {}

  @Get()
  @Access('documents:read')
  @ApiOperation({ operationId: 'listComments', summary: 'Комментарии к документу' })
  @ApiOkResponse({ type: CommentsDto })
  @ApiProblems('unauthenticated', 'forbidden', 'not_found')
  async list(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<CommentsDto> {
    await this.documents.read(actor, id);
    const rows = await this.database.read<CommentRow>(actor, COMMENTS, [id, COMMENT_LIMITS.listed]);
    return { items: rows.map((row) => commentOf(row, actor.organizationId)) };
  }

  @Post()
  @Access('documents:comment')
  @ApiOperation({ operationId: 'addComment', summary: 'Написать комментарий' })
  @ApiCreatedResponse({ type: CommentDto })
  @ApiIdempotencyKey()
  @ApiProblems('unauthenticated', 'forbidden', 'insufficient_scope', 'not_found', 'validation_failed')
  add(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() body: AddCommentDto,
  ): Promise<CommentDto> {
    return this.addition.run(actor, id, body);
  }
}

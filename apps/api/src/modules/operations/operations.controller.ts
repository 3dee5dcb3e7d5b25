import { Controller, Get, HttpCode, Param, Post, Query, Res, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import { OPERATION_RESULT_DAYS } from '@praktika/contracts';
import type { FastifyReply } from 'fastify';
import { Access, CurrentActor, type Actor } from '../../core/access/index.js';
import { downloadHeaders } from '../../core/files/index.js';
import { ApiIdempotencyKey, ApiProblems } from '../../core/http/index.js';
import { DownloadResult } from './download-result.js';
import { OperationStore } from './operation-store.js';
import { operationItemOf, operationOf } from './operation.view.js';
import {
  OperationDto,
  OperationItemListDto,
  OperationItemsQueryDto,
  OperationsDto,
} from './operations.dto.js';

const READ_PROBLEMS = ['unauthenticated', 'forbidden', 'insufficient_scope', 'not_found'] as const;

/** Long work: how far it is, what came of it, and stopping it. Everybody sees their own. */
@ApiTags('Операции')
@Controller('operations')
export class OperationsController {
  constructor(
    private readonly operations: OperationStore,
    private readonly download: DownloadResult,
  ) {}

  @Get()
  @Access('operations:read')
  @ApiOperation({ operationId: 'listOperations', summary: 'Последние операции' })
  @ApiOkResponse({ type: OperationsDto })
  @ApiProblems('unauthenticated', 'forbidden', 'insufficient_scope')
  async list(@CurrentActor() actor: Actor): Promise<OperationsDto> {
    return { items: (await this.operations.list(actor)).map(operationOf) };
  }

  @Get(':id')
  @Access('operations:read')
  @ApiOperation({ operationId: 'getOperation', summary: 'Ход операции' })
  @ApiOkResponse({ type: OperationDto })
  @ApiProblems(...READ_PROBLEMS)
  async one(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<OperationDto> {
    return operationOf(await this.operations.one(actor, id));
  }

  @Get(':id/items')
  @Access('operations:read')
  @ApiOperation({ operationId: 'listOperationItems', summary: 'Документы операции и результат по каждому' })
  @ApiOkResponse({ type: OperationItemListDto })
  @ApiProblems(...READ_PROBLEMS, 'invalid_parameter')
  async items(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Query() { status }: OperationItemsQueryDto,
  ): Promise<OperationItemListDto> {
    return { items: (await this.operations.items(actor, id, status)).map(operationItemOf) };
  }

  @Get(':id/result')
  @Access('operations:read')
  @ApiOperation({
    operationId: 'downloadOperationResult',
    summary: 'Скачать файл, который сделала операция',
    description: `Архив или таблица; хранится ${OPERATION_RESULT_DAYS} дней.`,
  })
  @ApiProduces('application/octet-stream')
  @ApiResponse({ status: 200, description: 'Файл', schema: { type: 'string', format: 'binary' } })
  @ApiProblems(...READ_PROBLEMS, 'invalid_state')
  async result(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { name, mediaType, size, content } = await this.download.run(actor, id);
    void reply.headers({ ...downloadHeaders(name, mediaType), 'content-length': String(size) });
    return new StreamableFile(content);
  }

  @Post(':id/actions/cancel')
  @HttpCode(200)
  @Access('operations:read')
  @ApiOperation({
    operationId: 'cancelOperation',
    summary: 'Остановить операцию',
    description: 'Выполненное остаётся выполненным, остальное не начинается.',
  })
  @ApiIdempotencyKey()
  @ApiOkResponse({ type: OperationDto })
  @ApiProblems(...READ_PROBLEMS, 'invalid_state')
  async cancel(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<OperationDto> {
    return operationOf(await this.operations.cancel(actor, id));
  }
}

import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiCreatedResponse,
  ApiHeader,
  ApiOperation,
  ApiProduces,
  ApiResponse,
  ApiTags,
} from '@nestjs/swagger';
import { FILE_LIMITS } from '@praktika/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Access, CurrentActor, type Actor } from '../../core/access/index.js';
import { BlobStore, readUploadForm, sendBlob } from '../../core/files/index.js';
import { ApiProblems } from '../../core/http/index.js';
import { FileUploadDto, StoredFileDto } from './files.dto.js';
import { FindFile } from './operations/find-file.js';
import { StoreFile } from './operations/store-file.js';

/** Files of documents: uploaded by their owner, read by whom a revision carries them to. */
@ApiTags('Файлы')
@Controller('files')
export class FilesController {
  constructor(
    private readonly blobs: BlobStore,
    private readonly storeFile: StoreFile,
    private readonly findFile: FindFile,
  ) {}

  @Post()
  @Access('documents:draft')
  @ApiOperation({
    operationId: 'uploadFile',
    summary: 'Загрузить файл',
    description:
      'Тип определяется по содержимому. Файл остаётся у загрузившей организации, пока документ не отправлен.',
  })
  @ApiConsumes('multipart/form-data')
  @ApiBody({ type: FileUploadDto })
  @ApiCreatedResponse({ type: StoredFileDto })
  @ApiProblems(
    'unauthenticated',
    'forbidden',
    'insufficient_scope',
    'payload_too_large',
    'unsupported_media_type',
    'validation_failed',
    'file_rejected',
    'storage_full',
  )
  async upload(@CurrentActor() actor: Actor, @Req() request: FastifyRequest): Promise<StoredFileDto> {
    const form = await readUploadForm(request, this.blobs, { files: { file: FILE_LIMITS.size } });
    try {
      const { blob, name } = form.file('file');
      return await this.storeFile.run(actor, blob, name);
    } finally {
      await form.discard();
    }
  }

  @Get(':id/content')
  @Access('documents:read')
  @ApiOperation({ operationId: 'downloadFile', summary: 'Скачать файл' })
  @ApiHeader({ name: 'Range', required: false, example: 'bytes=0-65535' })
  @ApiHeader({ name: 'If-None-Match', required: false, description: 'ETag имеющейся копии' })
  @ApiProduces('application/octet-stream')
  @ApiResponse({ status: 200, description: 'Файл целиком', schema: { type: 'string', format: 'binary' } })
  @ApiResponse({ status: 206, description: 'Запрошенная часть файла' })
  @ApiResponse({ status: 304, description: 'У клиента уже есть эта копия' })
  @ApiProblems('unauthenticated', 'forbidden', 'insufficient_scope', 'not_found', 'range_not_satisfiable')
  async download(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendBlob(request, reply, this.blobs, await this.findFile.run(actor, id));
  }
}

import { Controller, Get, HttpCode, Param, Post, Query, Res, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Access, CurrentActor, type Actor } from '../../core/access/index.js';
import { downloadHeaders } from '../../core/files/index.js';
import { ApiIdempotencyKey, ApiProblems } from '../../core/http/index.js';
import { BuildBundle } from './bundle/build-bundle.js';
import { signatureDownloadName } from './bundle/bundle-names.js';
import { BundleQueryDto, DocumentSignaturesDto, SignatureReportsDto, ValidationDto } from './dto.js';
import { ReadSignatures } from './operations/read-signatures.js';
import { RevalidateSignature } from './operations/revalidate-signature.js';

const READ_PROBLEMS = ['unauthenticated', 'forbidden', 'insufficient_scope', 'not_found'] as const;

/** Signatures of documents: who signed, the files themselves, the verdicts, and the archive with all of it. */
@ApiTags('Подписи')
@Controller()
export class SignaturesController {
  constructor(
    private readonly signatures: ReadSignatures,
    private readonly revalidateSignature: RevalidateSignature,
    private readonly buildBundle: BuildBundle,
  ) {}

  @Get('documents/:id/signatures')
  @Access('documents:read')
  @ApiOperation({ operationId: 'listDocumentSignatures', summary: 'Подписи документа' })
  @ApiOkResponse({ type: DocumentSignaturesDto })
  @ApiProblems(...READ_PROBLEMS)
  list(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<DocumentSignaturesDto> {
    return this.signatures.ofDocument(actor, id);
  }

  @Get('documents/:id/bundle')
  @Access('documents:read')
  @ApiOperation({
    operationId: 'downloadDocumentBundle',
    summary: 'Скачать документ с подписями',
    description: 'Архив ZIP: документ, подписи .sig, сертификаты, протокол проверки и команда OpenSSL.',
  })
  @ApiProduces('application/zip')
  @ApiResponse({ status: 200, description: 'Архив', schema: { type: 'string', format: 'binary' } })
  @ApiProblems(...READ_PROBLEMS, 'invalid_parameter', 'invalid_state')
  async bundle(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Query() { revisionId }: BundleQueryDto,
  ): Promise<StreamableFile> {
    const { name, content } = await this.buildBundle.run(actor, id, revisionId);
    void reply.headers(downloadHeaders(name, 'application/zip'));
    return new StreamableFile(content);
  }

  @Get('signatures/:id/cms')
  @Access('documents:read')
  @ApiOperation({ operationId: 'downloadSignature', summary: 'Скачать файл подписи .sig' })
  @ApiProduces('application/octet-stream')
  @ApiResponse({ status: 200, description: 'Подпись', schema: { type: 'string', format: 'binary' } })
  @ApiProblems(...READ_PROBLEMS)
  async cms(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { cms, role, person_name: personName } = await this.signatures.one(actor, id);
    void reply.headers(
      downloadHeaders(signatureDownloadName(role, personName), 'application/pkcs7-signature'),
    );
    return new StreamableFile(cms);
  }

  @Get('signatures/:id/report')
  @Access('documents:read')
  @ApiOperation({ operationId: 'getSignatureReport', summary: 'Отчёт о проверке подписи' })
  @ApiOkResponse({ type: SignatureReportsDto })
  @ApiProblems(...READ_PROBLEMS)
  report(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<SignatureReportsDto> {
    return this.signatures.reports(actor, id);
  }

  @Post('signatures/:id/actions/revalidate')
  @Access('documents:read')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'revalidateSignature',
    summary: 'Проверить подпись ещё раз',
    description: 'На момент получения подписи. Результат сохраняется рядом с прежними.',
  })
  @ApiIdempotencyKey()
  @ApiOkResponse({ type: ValidationDto })
  @ApiProblems(...READ_PROBLEMS)
  revalidate(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<ValidationDto> {
    return this.revalidateSignature.run(actor, id);
  }
}

import { Controller, HttpCode, Post, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Public } from '../../core/access/index.js';
import { ApiProblems, RequestQuota } from '../../core/http/index.js';
import { SignatureReportDto, VerifyFormDto } from './dto.js';
import { VerifyUpload } from './operations/verify-upload.js';

/** Requests of one address per minute: the limit of everything anonymous (reliability.md §2.3). */
const PER_MINUTE = 20;

/** «Проверить подпись» for everybody, signed in or not. */
@ApiTags('Подписи')
@Controller('verify')
export class VerificationController {
  private readonly quota = new RequestQuota(PER_MINUTE);

  constructor(private readonly verifyUpload: VerifyUpload) {}

  @Post()
  @Public()
  @HttpCode(200)
  @ApiOperation({
    operationId: 'verifySignature',
    summary: 'Проверить подпись файла',
    description:
      'Ничего не сохраняется. Если нет свежего списка отозванных сертификатов, ответ INDETERMINATE / TRY_LATER.',
  })
  @ApiConsumes('multipart/form-data')
  @ApiBody({ type: VerifyFormDto })
  @ApiOkResponse({ type: SignatureReportDto })
  @ApiProblems(
    'payload_too_large',
    'unsupported_media_type',
    'validation_failed',
    'rate_limited',
    'storage_full',
  )
  verify(@Req() request: FastifyRequest): Promise<SignatureReportDto> {
    this.quota.take(request.ip);
    return this.verifyUpload.run(request);
  }
}

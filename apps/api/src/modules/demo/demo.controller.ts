import { Controller, Get, Param, Res, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Public } from '../../core/access/index.js';
import { downloadHeaders } from '../../core/files/index.js';
import { ApiProblems } from '../../core/http/index.js';
import { DemoDto } from './demo.dto.js';
import { ReadDemo } from './read-demo.js';

/** The demonstration's accounts and keys for the sign-in page. Outside a demonstration all of it is 404. */
@ApiTags('Демонстрация')
@Controller('demo')
export class DemoController {
  constructor(private readonly demo: ReadDemo) {}

  @Get()
  @Public()
  @ApiOperation({ operationId: 'getDemo', summary: 'Учётные записи и ключи демонстрации' })
  @ApiOkResponse({ type: DemoDto })
  @ApiProblems('not_found')
  describe(): Promise<DemoDto> {
    return this.demo.describe();
  }

  @Get('certificates/:file')
  @Public()
  @ApiOperation({
    operationId: 'downloadDemoCertificate',
    summary: 'Контейнер .p12 для подписи в демонстрации',
    description: 'Сертификат тестового УЦ, юридической силы не имеет.',
  })
  @ApiParam({ name: 'file', example: 'head@romashka.example.p12' })
  @ApiProduces('application/x-pkcs12')
  @ApiResponse({ status: 200, description: 'Контейнер', schema: { type: 'string', format: 'binary' } })
  @ApiProblems('not_found')
  async certificate(
    @Param('file') file: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const container = await this.demo.container(file);
    void reply.headers(downloadHeaders(file, 'application/x-pkcs12'));
    return new StreamableFile(container);
  }
}

import { Body, Controller, Get, Post, Req } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Public } from '../../core/access/index.js';
import { ApiProblems } from '../../core/http/index.js';
import { CompleteSetup } from './operations/complete-setup.js';
import { CompleteSetupDto, SetupDto } from './setup.dto.js';
import { Setup } from './setup.service.js';

/** The first account of an installation that was started empty. */
@ApiTags('Первый запуск')
@Controller('setup')
export class SetupController {
  constructor(
    private readonly setup: Setup,
    private readonly completeSetup: CompleteSetup,
  ) {}

  @Get()
  @Public()
  @ApiOperation({ operationId: 'getSetup', summary: 'Нужна ли первоначальная настройка' })
  @ApiOkResponse({ type: SetupDto })
  read(): Promise<SetupDto> {
    return this.setup.read();
  }

  @Post()
  @Public()
  @ApiOperation({
    operationId: 'completeSetup',
    summary: 'Создать первую учётную запись по одноразовой ссылке',
    description:
      'Заводит организацию платформы и её первого сотрудника с ролями оператора системы и модератора. ' +
      'Незнакомая ссылка — 404 not_found, использованная — 409 invalid_state. Сеанс не открывается.',
  })
  @ApiCreatedResponse({ type: SetupDto })
  @ApiProblems('csrf_rejected', 'not_found', 'invalid_state', 'unsupported_media_type', 'validation_failed')
  async complete(
    @Body() input: CompleteSetupDto,
    @Req() { id: requestId, ip }: FastifyRequest,
  ): Promise<SetupDto> {
    await this.completeSetup.run(input, { requestId, ip });
    return { needed: false };
  }
}

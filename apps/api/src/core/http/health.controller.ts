import { Controller, Get, HttpCode, VERSION_NEUTRAL } from '@nestjs/common';
import { ApiOperation, ApiProperty, ApiTags, ApiOkResponse } from '@nestjs/swagger';
import { Public } from '../access/index.js';
import { Database } from '../database/index.js';
import { Refusal } from '../errors/index.js';
import { ApiProblems } from './api-docs.js';
import { Drain } from './drain.js';

class HealthDto {
  @ApiProperty({ example: 'ok' })
  status: string;
}

/** Liveness and readiness for proxies and orchestrators; no versions, no details. */
@ApiTags('Состояние')
@Controller({ path: 'health', version: VERSION_NEUTRAL })
export class HealthController {
  constructor(
    private readonly database: Database,
    private readonly drain: Drain,
  ) {}

  @Get('live')
  @Public()
  @HttpCode(200)
  @ApiOperation({ operationId: 'getLiveness', summary: 'Процесс отвечает' })
  @ApiOkResponse({ type: HealthDto })
  live(): HealthDto {
    return { status: 'ok' };
  }

  @Get('ready')
  @Public()
  @ApiOperation({ operationId: 'getReadiness', summary: 'Процесс готов принимать запросы' })
  @ApiOkResponse({ type: HealthDto })
  @ApiProblems('unavailable')
  async ready(): Promise<HealthDto> {
    if (this.drain.active) throw new Refusal('unavailable', { headers: { 'retry-after': '5' } });
    await this.database.ping();
    return { status: 'ok' };
  }
}

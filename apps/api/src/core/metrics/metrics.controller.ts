import { Controller, Get, Header, VERSION_NEUTRAL } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { PeopleAccess } from '../access/index.js';
import { ApiProblems } from '../http/index.js';
import { Metrics } from './metrics.js';

/** What the process measures about itself, for the system's operators alone (reliability.md T34). */
@ApiTags('Состояние')
@Controller({ path: 'metrics', version: VERSION_NEUTRAL })
export class MetricsController {
  constructor(private readonly metrics: Metrics) {}

  @Get()
  @PeopleAccess('platform:operate')
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  @Header('cache-control', 'no-store')
  @ApiOperation({ operationId: 'getMetrics', summary: 'Показатели процесса в формате Prometheus' })
  @ApiProduces('text/plain')
  @ApiOkResponse({ schema: { type: 'string' } })
  @ApiProblems('unauthenticated', 'invalid_token', 'forbidden', 'organization_required')
  read(): Promise<string> {
    return this.metrics.registry.metrics();
  }
}

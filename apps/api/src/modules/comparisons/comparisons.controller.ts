import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor, type Actor } from '../../core/access/index.js';
import { ApiProblems } from '../../core/http/index.js';
import { CompareRevisions } from './compare-revisions.js';
import { ComparisonDto, ComparisonQueryDto } from './comparisons.dto.js';

/** Rounds of approval side by side. */
@ApiTags('Документы')
@Controller('documents')
export class ComparisonsController {
  constructor(private readonly comparing: CompareRevisions) {}

  @Get(':id/comparison')
  @Access('documents:read')
  @ApiOperation({ operationId: 'getComparison', summary: 'Сравнение двух редакций документа' })
  @ApiOkResponse({ type: ComparisonDto })
  @ApiProblems('invalid_parameter', 'unauthenticated', 'forbidden', 'not_found', 'overloaded')
  compare(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Query() { from, to }: ComparisonQueryDto,
  ): Promise<ComparisonDto> {
    return this.comparing.run(actor, id, from, to);
  }
}

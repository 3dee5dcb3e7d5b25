import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import {
  CHANGEABLE_TERMS,
  CHANGEABLE_TERM_LABELS,
  dateInZone,
  type ChangeableTerm,
} from '@praktika/contracts';
import { IsOptional } from 'class-validator';
import { Access, CurrentActor, type Actor } from '../../core/access/index.js';
import { Clock } from '../../core/clock/index.js';
import { ApiProblems, IsCalendarDate } from '../../core/http/index.js';
import { DocumentStore } from '../documents/index.js';
import { EffectiveTermsReader, type NamedChange } from './effective-terms.reader.js';

class EffectiveTermsQueryDto {
  @ApiProperty({ required: false, format: 'date', description: 'На какой день; по умолчанию сегодня' })
  @IsOptional()
  @IsCalendarDate()
  on?: string;
}

class AgreementRefDto {
  @ApiProperty({ format: 'uuid' })
  id: string;
  @ApiProperty()
  title: string;
}

/** A date range, a person, a list of premises, a number, a text. */
const TERM_VALUES = [
  { type: 'string' },
  { type: 'number' },
  { type: 'array', items: { type: 'object', additionalProperties: true } },
  { type: 'object', additionalProperties: true },
];

class AppliedChangeDto {
  @ApiProperty({ type: AgreementRefDto, description: 'Каким соглашением' })
  agreement: AgreementRefDto;
  @ApiProperty({ enum: CHANGEABLE_TERMS, enumName: 'ChangeableTerm' })
  term: ChangeableTerm;
  @ApiProperty()
  termLabel: string;
  @ApiProperty({ format: 'date' })
  effectiveFrom: string;
  @ApiProperty({ nullable: true, oneOf: TERM_VALUES, description: 'Было' })
  before: unknown;
  @ApiProperty({ nullable: true, oneOf: TERM_VALUES, description: 'Стало' })
  after: unknown;
}

export class EffectiveTermsDto {
  @ApiProperty({ format: 'date' })
  on: string;
  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description: 'Условия, действующие в этот день',
  })
  terms: object;
  @ApiProperty({ type: [AppliedChangeDto], description: 'Изменения, вступившие в силу к этому дню' })
  applied: AppliedChangeDto[];
  @ApiProperty({ type: [AppliedChangeDto], description: 'Изменения, которые вступят в силу позже' })
  upcoming: AppliedChangeDto[];
}

/** «Действующие условия» of a contract. */
@ApiTags('Документы')
@Controller('documents')
export class EffectiveTermsController {
  constructor(
    private readonly documents: DocumentStore,
    private readonly reader: EffectiveTermsReader,
    private readonly clock: Clock,
  ) {}

  @Get(':id/effective-terms')
  @Access('documents:read')
  @ApiOperation({ operationId: 'getEffectiveTerms', summary: 'Условия договора, действующие на день' })
  @ApiOkResponse({ type: EffectiveTermsDto })
  @ApiProblems('invalid_parameter', 'unauthenticated', 'forbidden', 'not_found')
  async effectiveTerms(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Query() { on = dateInZone(this.clock.now(), actor.timeZone) }: EffectiveTermsQueryDto,
  ): Promise<EffectiveTermsDto> {
    const document = await this.documents.read(actor, id);
    const { terms, applied, upcoming } = await this.reader.read(document, on);
    return { on, terms, applied: applied.map(changeOf), upcoming: upcoming.map(changeOf) };
  }
}

function changeOf({ agreementId, agreementTitle, term, ...rest }: NamedChange): AppliedChangeDto {
  return {
    agreement: { id: agreementId, title: agreementTitle },
    term,
    termLabel: CHANGEABLE_TERM_LABELS[term],
    ...rest,
  };
}

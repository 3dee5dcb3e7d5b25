import { applyDecorators, Body, Controller, Param, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor, type Actor } from '../../core/access/index.js';
import { ApiIdempotencyKey, ApiIfMatch, ApiProblems, IfMatch } from '../../core/http/index.js';
import { Applications } from './applications.service.js';
import { ApplicationDto } from './dto/application.dto.js';
import {
  CreatePartnershipApplicationDto,
  CreatePracticeApplicationDto,
  UpdatePartnershipApplicationDto,
  UpdatePracticeApplicationDto,
} from './dto/application-input.dto.js';
import { CreateApplication } from './operations/create-application.js';
import { UpdateApplication } from './operations/update-application.js';

interface DraftOperation {
  readonly operationId: string;
  readonly summary: string;
}

const NewRoute = (operation: DraftOperation) =>
  applyDecorators(
    Post(),
    Access('applications:draft'),
    ApiOperation(operation),
    ApiCreatedResponse({ type: ApplicationDto }),
    ApiIdempotencyKey(),
    ApiProblems('unauthenticated', 'forbidden', 'insufficient_scope', 'validation_failed'),
  );

const EditRoute = (operation: DraftOperation) =>
  applyDecorators(
    Patch(':id'),
    Access('applications:draft'),
    ApiOperation(operation),
    ApiOkResponse({ type: ApplicationDto }),
    ApiIfMatch(),
    ApiIdempotencyKey(),
    ApiProblems(
      'unauthenticated',
      'forbidden',
      'insufficient_scope',
      'not_found',
      'invalid_state',
      'precondition_failed',
      'precondition_required',
      'validation_failed',
    ),
  );

/** Applications for partnership as drafts; their life goes on at /applications. */
@ApiTags('Заявки')
@Controller('partnership-applications')
export class PartnershipApplicationsController {
  constructor(
    private readonly applications: Applications,
    private readonly creation: CreateApplication,
    private readonly edits: UpdateApplication,
  ) {}

  @NewRoute({
    operationId: 'createPartnershipApplication',
    summary: '«Направить заявку на партнерство»: новый черновик',
  })
  async create(
    @CurrentActor() actor: Actor,
    @Body() body: CreatePartnershipApplicationDto,
  ): Promise<ApplicationDto> {
    return this.applications.cardOf(await this.creation.run(actor, 'PARTNERSHIP', body));
  }

  @EditRoute({
    operationId: 'updatePartnershipApplication',
    summary: 'Правка черновика заявки на партнерство',
  })
  async update(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() body: UpdatePartnershipApplicationDto,
  ): Promise<ApplicationDto> {
    return this.applications.cardOf(await this.edits.run(actor, 'PARTNERSHIP', id, version, body));
  }
}

/** Applications for practice as drafts; their life goes on at /applications. */
@ApiTags('Заявки')
@Controller('practice-applications')
export class PracticeApplicationsController {
  constructor(
    private readonly applications: Applications,
    private readonly creation: CreateApplication,
    private readonly edits: UpdateApplication,
  ) {}

  @NewRoute({
    operationId: 'createPracticeApplication',
    summary: '«Направить заявку на практику»: новый черновик',
  })
  async create(
    @CurrentActor() actor: Actor,
    @Body() body: CreatePracticeApplicationDto,
  ): Promise<ApplicationDto> {
    return this.applications.cardOf(await this.creation.run(actor, 'PRACTICE', body));
  }

  @EditRoute({ operationId: 'updatePracticeApplication', summary: 'Правка черновика заявки на практику' })
  async update(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() body: UpdatePracticeApplicationDto,
  ): Promise<ApplicationDto> {
    return this.applications.cardOf(await this.edits.run(actor, 'PRACTICE', id, version, body));
  }
}

import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentActor, PeopleAccess, type Actor } from '../../core/access/index.js';
import { SecretAnswer } from '../../core/auth/index.js';
import { notFound } from '../../core/errors/index.js';
import { ApiIdempotencyKey, ApiProblems } from '../../core/http/index.js';
import { ApiTokenDto, ApiTokensDto, IssueApiTokenDto, IssuedApiTokenDto } from './api-tokens.dto.js';
import { ApiTokens } from './api-tokens.service.js';
import { IssueApiToken } from './operations/issue-api-token.js';
import { RevokeApiToken } from './operations/revoke-api-token.js';

/** What is no UUID is nobody's id: the same answer as for an unknown one. */
const ID = new ParseUUIDPipe({ exceptionFactory: notFound });

/** Tokens are managed by people alone: a token never makes another. */
@ApiTags('API-токены')
@Controller('api-tokens')
export class ApiTokensController {
  constructor(
    private readonly tokens: ApiTokens,
    private readonly issueToken: IssueApiToken,
    private readonly revokeToken: RevokeApiToken,
  ) {}

  @Get()
  @PeopleAccess('api-tokens:manage')
  @ApiOperation({ operationId: 'listApiTokens', summary: 'Токены своей организации, новые сверху' })
  @ApiOkResponse({ type: ApiTokensDto })
  @ApiProblems('unauthenticated', 'invalid_token', 'forbidden', 'organization_required')
  list(@CurrentActor() actor: Actor): Promise<ApiTokensDto> {
    return this.tokens.list(actor);
  }

  @Post()
  @PeopleAccess('api-tokens:manage')
  @SecretAnswer()
  @ApiIdempotencyKey()
  @ApiOperation({ operationId: 'issueApiToken', summary: 'Получить API-токен; показывается один раз' })
  @ApiCreatedResponse({ type: IssuedApiTokenDto })
  @ApiProblems(
    'unauthenticated',
    'invalid_token',
    'forbidden',
    'organization_required',
    'invalid_state',
    'duplicate',
    'validation_failed',
  )
  issue(@CurrentActor() actor: Actor, @Body() input: IssueApiTokenDto): Promise<IssuedApiTokenDto> {
    return this.issueToken.run(actor, input);
  }

  @Post(':id/actions/revoke')
  @PeopleAccess('api-tokens:manage')
  @HttpCode(200)
  @ApiIdempotencyKey()
  @ApiOperation({ operationId: 'revokeApiToken', summary: 'Отозвать токен' })
  @ApiOkResponse({ type: ApiTokenDto })
  @ApiProblems('unauthenticated', 'invalid_token', 'forbidden', 'organization_required', 'not_found')
  revoke(@CurrentActor() actor: Actor, @Param('id', ID) id: string): Promise<ApiTokenDto> {
    return this.revokeToken.run(actor, id);
  }
}

import { Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor, PeopleAccess, type Actor } from '../../core/access/index.js';
import { notFound } from '../../core/errors/index.js';
import { ApiProblems } from '../../core/http/index.js';
import { NotificationsPageDto, NotificationsQueryDto, UnreadDto } from './notifications.dto.js';
import { ListNotifications } from './operations/list-notifications.js';
import { ReadNotifications } from './operations/read-notifications.js';

/** A malformed id is answered like an unknown one. */
const IdPipe = new ParseUUIDPipe({ exceptionFactory: notFound });

@ApiTags('Уведомления')
@Controller('notifications')
export class NotificationsController {
  constructor(
    private readonly list: ListNotifications,
    private readonly read: ReadNotifications,
  ) {}

  @Get()
  @Access('notifications:read')
  @ApiOperation({ operationId: 'listNotifications', summary: 'Уведомления организации, новые сверху' })
  @ApiOkResponse({ type: NotificationsPageDto })
  @ApiProblems(
    'invalid_parameter',
    'invalid_cursor',
    'unauthenticated',
    'invalid_token',
    'forbidden',
    'organization_required',
    'insufficient_scope',
  )
  page(@CurrentActor() actor: Actor, @Query() query: NotificationsQueryDto): Promise<NotificationsPageDto> {
    return this.list.run(actor, query);
  }

  @Post(':id/actions/read')
  @PeopleAccess('notifications:read')
  @HttpCode(200)
  @ApiOperation({ operationId: 'readNotification', summary: 'Отметить уведомление прочитанным' })
  @ApiOkResponse({ type: UnreadDto })
  @ApiProblems(
    'unauthenticated',
    'invalid_token',
    'forbidden',
    'organization_required',
    'csrf_rejected',
    'not_found',
  )
  readOne(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<UnreadDto> {
    return this.read.one(actor, id);
  }

  @Post('actions/read-all')
  @PeopleAccess('notifications:read')
  @HttpCode(200)
  @ApiOperation({ operationId: 'readAllNotifications', summary: 'Отметить все уведомления прочитанными' })
  @ApiOkResponse({ type: UnreadDto })
  @ApiProblems('unauthenticated', 'invalid_token', 'forbidden', 'organization_required', 'csrf_rejected')
  readAll(@CurrentActor() actor: Actor): Promise<UnreadDto> {
    return this.read.all(actor);
  }
}

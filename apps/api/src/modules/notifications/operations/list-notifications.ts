import { Injectable } from '@nestjs/common';
import { UNREAD_LIMIT } from '@praktika/contracts';
import type { Actor } from '../../../core/access/index.js';
import { Database } from '../../../core/database/index.js';
import { Cursors } from '../../../core/http/index.js';
import { CounterQueries } from '../counters.js';
import { notificationDto, unreadDto } from '../notification.view.js';
import type { NotificationsPageDto, NotificationsQueryDto } from '../notifications.dto.js';
import { NOTIFICATION_PAGE, type NotificationRow } from '../notifications.queries.js';

/** Above every notification: where the first page begins. */
const BEGINNING = ['infinity', 'ffffffff-ffff-ffff-ffff-ffffffffffff'];

/** «Уведомления» (manual §5.4.1): newest first, page by page. */
@Injectable()
export class ListNotifications {
  constructor(
    private readonly database: Database,
    private readonly counters: CounterQueries,
    private readonly cursors: Cursors,
  ) {}

  /** @throws Refusal `invalid_cursor` for a cursor of another organization, person or filter */
  async run(
    actor: Actor,
    { unread = false, limit, cursor }: NotificationsQueryDto,
  ): Promise<NotificationsPageDto> {
    const binding = `notifications ${actor.organizationId} ${actor.personId} ${unread}`;
    const [before, id] = cursor === undefined ? BEGINNING : this.cursors.open(cursor, binding);
    const values = [actor.organizationId, actor.personId, before, id, unread, limit + 1];
    const [rows, counted] = await Promise.all([
      this.database.read<NotificationRow>(actor, NOTIFICATION_PAGE, values),
      this.counters.unread(actor, UNREAD_LIMIT + 1),
    ]);
    const shown = rows.slice(0, limit);
    const last = rows.length > limit ? shown.at(-1) : undefined;
    return {
      items: shown.map(notificationDto),
      nextCursor: last ? this.cursors.seal([last.position, last.id], binding) : null,
      unread: unreadDto(counted),
    };
  }
}

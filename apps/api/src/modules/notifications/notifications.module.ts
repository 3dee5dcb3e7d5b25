import { Module } from '@nestjs/common';
import { CounterQueries } from './counters.js';
import { LiveController } from './live/live.controller.js';
import { LiveStreams } from './live/live-streams.js';
import { NotificationsController } from './notifications.controller.js';
import { ListNotifications } from './operations/list-notifications.js';
import { ReadNotifications } from './operations/read-notifications.js';
import { BellReaction } from './reactions/bell.reaction.js';
import { SigningRequestMail } from './reactions/signing-request.mail.js';

/** The bell: what people are told, what they have read, and how it reaches an open page. */
@Module({
  controllers: [NotificationsController, LiveController],
  providers: [
    CounterQueries,
    LiveStreams,
    ListNotifications,
    ReadNotifications,
    BellReaction,
    SigningRequestMail,
  ],
  exports: [CounterQueries],
})
export class NotificationsModule {}

import { Module } from '@nestjs/common';
import { PublicFeedsController } from './public-feeds.controller.js';
import { PublicFeeds } from './public-feeds.service.js';

/** Public feeds of published places: JSON Feed, RSS, iCalendar. */
@Module({ controllers: [PublicFeedsController], providers: [PublicFeeds] })
export class PublicFeedsModule {}

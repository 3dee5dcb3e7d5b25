import type { Feed, FeedEntry } from './feed.js';
import type { FeedItemDto, JsonFeedDto } from './public-feeds.dto.js';

/** A feed as JSON Feed 1.1. */
export const jsonFeed = (feed: Feed): JsonFeedDto => ({
  version: 'https://jsonfeed.org/version/1.1',
  title: feed.title,
  home_page_url: feed.homeUrl,
  feed_url: feed.selfUrl,
  description: feed.description,
  language: 'ru',
  items: feed.entries.map(itemOf),
});

const itemOf = (entry: FeedEntry): FeedItemDto => ({
  id: entry.id,
  url: entry.url,
  title: entry.title,
  content_text: entry.summary,
  date_published: entry.publishedAt.toISOString(),
  date_modified: entry.changedAt.toISOString(),
  authors: [{ name: entry.organization }],
  tags: [...entry.tags],
});

import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../core/config/index.js';
import { Database } from '../../core/database/index.js';
import { feedEntry, type Feed } from './feed.js';
import { PLACES_CHANGED_AT, placesQuery, type PublicPlaceRow } from './places.queries.js';
import type { PublicPlacesQueryDto } from './public-feeds.dto.js';

/** Before anything was published. */
const NEVER = new Date(0);

/** Published places of employers, as anybody may read them. */
@Injectable()
export class PublicFeeds {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: Database,
  ) {}

  /** @param path of the feed with its query, as it was asked for */
  async read(query: PublicPlacesQueryDto, path: string): Promise<Feed> {
    const { statement, values } = placesQuery(query);
    const [rows, [change]] = await Promise.all([
      this.database.read<PublicPlaceRow & Record<string, unknown>>({}, statement, values),
      this.database.read<{ changedAt: string | null }>({}, PLACES_CHANGED_AT),
    ]);
    const { publicUrl } = this.config;
    const entries = rows.map((row) => feedEntry(row, publicUrl));
    const changes = entries.map(({ changedAt }) => changedAt);
    if (change?.changedAt) changes.push(new Date(change.changedAt));
    return {
      title: 'Практика: места для практик и стажировок',
      description: 'Опубликованные места работодателей для практик и стажировок, сначала новые.',
      homeUrl: `${publicUrl}/places`,
      selfUrl: `${publicUrl}${path}`,
      changedAt: changes.reduce((last, instant) => (instant > last ? instant : last), NEVER),
      entries,
    };
  }
}

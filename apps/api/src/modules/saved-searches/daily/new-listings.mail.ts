import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { CONFIG, type Config } from '../../../core/config/index.js';
import type { Transaction } from '../../../core/database/index.js';
import { MailTemplates, type Letter, type MailParameters } from '../../../core/mail/index.js';
import { REGIONS } from '../../reference-data/index.js';
import { NEWS_OF_DAY } from './daily-news.commands.js';

interface NewsRow {
  readonly search: string;
  readonly found: number;
  readonly id: string;
  readonly title: string;
  readonly organization: string;
  readonly regionCode: string;
  readonly seats: number;
  readonly from: string;
  readonly to: string;
}

const regionNames = new Map(REGIONS.map(({ code, name }) => [code, name]));

/**
 * The letter of a person's day: everything new across their saved searches. Written when it is sent, so what was taken
 * down meanwhile is not in it, and with nothing left there is no letter.
 */
@Injectable()
export class NewListingsMail implements OnModuleInit {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly templates: MailTemplates,
  ) {}

  onModuleInit(): void {
    this.templates.register('new-listings', (parameters, tx) => this.letter(parameters, tx));
  }

  private async letter(
    { personId, organizationId, date }: MailParameters,
    tx: Transaction,
  ): Promise<Letter | undefined> {
    const values = [personId, organizationId, date];
    const rows = await tx.query<NewsRow & Record<string, unknown>>(NEWS_OF_DAY, values);
    if (rows.length === 0) return undefined;
    const searches = new Map(rows.map(({ search, found }) => [search, found]));
    const more = [...searches].some(
      ([name, found]) => found > rows.filter(({ search }) => search === name).length,
    );
    return {
      subject: 'Новые заявки по вашим сохранённым поискам',
      paragraphs: ['Здравствуйте!', 'По вашим сохранённым поискам опубликованы новые заявки:'],
      items: rows.map(lineOf),
      afterItems: more ? 'Это самые новые: остальные откройте из списка ваших поисков.' : undefined,
      action: { label: 'Открыть сохранённые поиски', url: `${this.config.publicUrl}/saved-searches` },
    };
  }
}

function lineOf({ search, title, organization, regionCode, seats, from, to }: NewsRow): string {
  const where = regionNames.get(regionCode) ?? regionCode;
  return `«${search}»: ${title} — ${organization}, ${where}, мест: ${seats}, ${dateOf(from)} – ${dateOf(to)}`;
}

const dateOf = (date: string) => date.split('-').reverse().join('.');

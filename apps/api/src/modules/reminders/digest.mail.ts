import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { daysBetween, dateInZone, REMINDER_AFTER_DAYS } from '@praktika/contracts';
import { CONFIG, type Config } from '../../core/config/index.js';
import type { Statement, Transaction } from '../../core/database/index.js';
import { MailTemplates, type Letter, type MailParameters } from '../../core/mail/index.js';

/** Documents the letter lists; beyond it says how many more there are. */
const LISTED = 50;

interface AwaitedRow {
  readonly title: string;
  readonly partner: string;
  readonly waitingSince: string;
  readonly timeZone: string;
  readonly total: number;
}

/** What still waits for the organization and is due on a date, oldest first. Values: organization, date, days, most. */
const STILL_AWAITED: Statement = {
  name: 'reminders.still-awaited',
  text: `
    SELECT r.title, coalesce(partner.short_name, partner.full_name) AS partner,
           due.waiting_since AS "waitingSince", due.time_zone AS "timeZone", due.total
      FROM (SELECT d.current_revision_id, d.waiting_since, d.id, o.time_zone, count(*) OVER () AS total,
                   CASE o.id WHEN d.employer_id THEN d.education_organization_id ELSE d.employer_id END AS partner_id
              FROM documents d JOIN organizations o ON o.id = d.waiting_organization_id
             WHERE d.waiting_organization_id = $1 AND d.status IN ('ON_SIGNING', 'SIGNED_BY_RECIPIENT')
               AND d.waiting_since < reminder_due_before($2, $3, o.time_zone)
             ORDER BY d.waiting_since, d.id LIMIT $4) due
      JOIN revisions r ON r.id = due.current_revision_id
      JOIN organizations partner ON partner.id = due.partner_id
     ORDER BY due.waiting_since, due.id`,
};

/**
 * The daily e-mail of an organization: everything that waits for its signature (domain.md §0.6). Written when it is
 * sent, so what was signed or withdrawn meanwhile is not in it, and with nothing left there is no letter.
 */
@Injectable()
export class DigestMail implements OnModuleInit {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly templates: MailTemplates,
  ) {}

  onModuleInit(): void {
    this.templates.register('reminder-digest', (parameters, tx) => this.letter(parameters, tx));
  }

  private async letter(
    { organizationId, date }: MailParameters,
    tx: Transaction,
  ): Promise<Letter | undefined> {
    const values = [organizationId, date, REMINDER_AFTER_DAYS, LISTED];
    const rows = await tx.query<AwaitedRow & Record<string, unknown>>(STILL_AWAITED, values);
    const [first] = rows;
    if (!first || date === undefined) return undefined;
    const more = first.total - rows.length;
    return {
      subject: `Ждут подписи: ${first.total} ${plural(first.total, 'документ', 'документа', 'документов')}`,
      paragraphs: ['Здравствуйте!', 'Эти документы ждут подписи вашей организации:'],
      items: rows.map((row) => `${row.title} — ${row.partner}, ждёт ${waited(row, date)}`),
      afterItems: more > 0 ? `И ещё ${more}: полный список — в реестре документов.` : undefined,
      action: {
        label: 'Открыть документы, которые ждут вас',
        url: `${this.config.publicUrl}/documents?waitingForMe=true`,
      },
    };
  }
}

function waited({ waitingSince, timeZone }: AwaitedRow, date: string): string {
  const days = daysBetween(dateInZone(new Date(waitingSince), timeZone), date);
  return `${days} ${plural(days, 'день', 'дня', 'дней')}`;
}

/** The Russian form of a noun after a whole number. */
function plural(count: number, one: string, few: string, many: string): string {
  const form = new Intl.PluralRules('ru').select(count);
  return form === 'one' ? one : form === 'few' ? few : many;
}

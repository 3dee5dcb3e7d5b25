import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { CONFIG, type Config } from '../../../core/config/index.js';
import type { Statement, Transaction } from '../../../core/database/index.js';
import { Reactions, type DomainEvent } from '../../../core/events/index.js';
import { Mailer, MailTemplates, type Letter, type MailParameters } from '../../../core/mail/index.js';

const TEMPLATE = 'api-token';

/** The token as administrators know it. Value: token. */
const TOKEN: Statement = {
  name: 'api-tokens.mail',
  text: `SELECT t.name, t.last_four AS "lastFour", t.revoked_at IS NOT NULL AS revoked,
                concat_ws(' ', p.surname, p.given_name, p.patronymic) AS person
           FROM api_tokens t JOIN people p ON p.id = coalesce(t.revoked_by, t.created_by) WHERE t.id = $1`,
};

type TokenRow = { name: string; lastFour: string; revoked: boolean; person: string };

/** The organization is told by mail of every token issued or revoked in its name (reliability.md T5). */
@Injectable()
export class TokenMail implements OnModuleInit {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly reactions: Reactions,
    private readonly mailer: Mailer,
    private readonly templates: MailTemplates,
  ) {}

  onModuleInit(): void {
    this.reactions.register('token-mail', (event, tx) => this.order(event, tx));
    this.templates.register(TEMPLATE, (parameters, tx) => this.letter(parameters, tx));
  }

  private async order({ eventId, objectId, organizationIds }: DomainEvent, tx: Transaction): Promise<void> {
    const [organizationId] = organizationIds;
    if (organizationId === undefined) return;
    const parameters = { tokenId: objectId };
    await this.mailer.order(tx, {
      key: `${TEMPLATE}:${eventId}`,
      organizationId,
      template: TEMPLATE,
      parameters,
    });
  }

  private async letter({ tokenId }: MailParameters, tx: Transaction): Promise<Letter | undefined> {
    const [token] = await tx.query<TokenRow>(TOKEN, [tokenId]);
    if (!token) return undefined;
    const done = token.revoked ? 'отозван' : 'выпущен';
    return {
      subject: `API-токен ${done}: ${token.name}`,
      paragraphs: [
        'Здравствуйте!',
        `От имени вашей организации ${done} API-токен «${token.name}» (…${token.lastFour}): ${token.person}.`,
        'Если вы этого не ожидали, отзовите токен и проверьте права сотрудников.',
      ],
      action: { label: 'Открыть список токенов', url: `${this.config.publicUrl}/integration/token` },
    };
  }
}

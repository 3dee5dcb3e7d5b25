import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { CONFIG, type Config } from '../../../core/config/index.js';
import type { Statement, Transaction } from '../../../core/database/index.js';
import { Reactions, type DomainEvent } from '../../../core/events/index.js';
import { Mailer, MailTemplates, type Letter, type MailParameters } from '../../../core/mail/index.js';

const TEMPLATE = 'signing-request';

/** The document while the organization's signature is awaited. Values: document, organization. */
const AWAITED_DOCUMENT: Statement = {
  name: 'notifications.signing-request',
  text: `SELECT r.title, coalesce(author.short_name, author.full_name) AS author
           FROM documents d
           JOIN revisions r ON r.id = d.current_revision_id
           JOIN organizations author ON author.id = d.author_id
          WHERE d.id = $1 AND d.status = 'ON_SIGNING' AND d.waiting_organization_id = $2`,
};

/** One e-mail at once when a document is sent for signing (domain.md §0.6, manual §5.4.1). */
@Injectable()
export class SigningRequestMail implements OnModuleInit {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly reactions: Reactions,
    private readonly mailer: Mailer,
    private readonly templates: MailTemplates,
  ) {}

  onModuleInit(): void {
    this.reactions.register('signing-request-mail', (event, tx) => this.order(event, tx));
    this.templates.register(TEMPLATE, (parameters, tx) => this.letter(parameters, tx));
  }

  private async order(event: DomainEvent, tx: Transaction): Promise<void> {
    const organizationId = event.after?.['recipientId'];
    if (typeof organizationId !== 'string') return;
    await this.mailer.order(tx, {
      key: `${TEMPLATE}:${event.eventId}`,
      organizationId,
      template: TEMPLATE,
      parameters: { documentId: event.objectId, organizationId },
    });
  }

  /** Nothing when it has been signed, declined or withdrawn before the mail could leave. */
  private async letter(
    { documentId, organizationId }: MailParameters,
    tx: Transaction,
  ): Promise<Letter | undefined> {
    const [document] = await tx.query<{ title: string; author: string }>(AWAITED_DOCUMENT, [
      documentId,
      organizationId,
    ]);
    if (!document) return undefined;
    return {
      subject: `Необходимо подписать: ${document.title}`,
      paragraphs: [
        'Здравствуйте!',
        `${document.author} направляет вам на подписание документ «${document.title}».`,
        'Документ ждёт подписи руководителя или уполномоченного сотрудника вашей организации.',
      ],
      action: { label: 'Открыть документ', url: `${this.config.publicUrl}/documents/${documentId}` },
    };
  }
}

import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { invitationText, type InvitationFacts } from '@praktika/contracts';
import { CONFIG, type Config } from '../../../core/config/index.js';
import type { Transaction } from '../../../core/database/index.js';
import { Reactions, type DomainEvent } from '../../../core/events/index.js';
import { Mailer, MailTemplates, type Letter, type MailParameters } from '../../../core/mail/index.js';
import { INVITATION_FACTS } from './invitations.queries.js';

const TEMPLATE = 'invitation';

/** The letter of an invitation: it goes to the address named in it, and not once the organization has come. */
@Injectable()
export class InvitationMail implements OnModuleInit {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly reactions: Reactions,
    private readonly mailer: Mailer,
    private readonly templates: MailTemplates,
  ) {}

  onModuleInit(): void {
    this.reactions.register('invitation-mail', (event, tx) => this.order(event, tx));
    this.templates.register(TEMPLATE, (parameters, tx) => this.letter(parameters, tx));
  }

  private async order({ objectId, organizationIds, after }: DomainEvent, tx: Transaction): Promise<void> {
    const [organizationId] = organizationIds;
    if (organizationId === undefined) return;
    await this.mailer.order(tx, {
      key: `${TEMPLATE}:${objectId}`,
      organizationId,
      addressee: String(after?.['email']),
      template: TEMPLATE,
      parameters: { invitationId: objectId },
    });
  }

  private async letter({ invitationId }: MailParameters, tx: Transaction): Promise<Letter | undefined> {
    const [facts] = await tx.query<InvitationFacts & Record<string, unknown>>(INVITATION_FACTS, [
      invitationId,
    ]);
    if (!facts) return undefined;
    return {
      ...invitationText(facts),
      action: { label: 'Посмотреть систему', url: this.config.publicUrl },
      footer:
        'Письмо отправлено системой «Практика» по просьбе названной в нём организации. ' +
        'Если оно вас не касается, ничего делать не нужно.',
    };
  }
}

import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  notificationOf,
  type DocumentAction,
  type DocumentState,
  type NotificationRule,
} from '@praktika/contracts';
import { Clock } from '../../../core/clock/index.js';
import type { Transaction } from '../../../core/database/index.js';
import { Reactions, type DomainEvent } from '../../../core/events/index.js';
import { NOTIFY_ORGANIZATIONS, NOTIFY_PEOPLE } from '../notifications.commands.js';

const PREFIX = 'document.';

/** The bell: everyone is told except the initiator (domain.md §0.7). */
@Injectable()
export class BellReaction implements OnModuleInit {
  constructor(
    private readonly reactions: Reactions,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.reactions.register('bell', (event, tx) => this.tellOfDocument(event, tx));
    this.reactions.register('comment-bell', (event, tx) => this.tellOfComment(event, tx));
    this.reactions.register('mention-bell', (event, tx) => this.tellOfMention(event, tx));
    this.reactions.register('mail-failure-bell', (event, tx) => this.tellOfMail(event, tx));
  }

  private async tellOfDocument(event: DomainEvent, tx: Transaction): Promise<void> {
    const after = event.after ?? {};
    const action = event.type.slice(PREFIX.length) as DocumentAction;
    const rule = notificationOf(action, after['status'] as DocumentState);
    if (!rule) return;
    await tx.query(NOTIFY_ORGANIZATIONS, [
      audience(rule, event),
      rule.kind,
      event.objectId,
      after['title'] ?? null,
      after['reason'] ?? null,
      event.actorPersonId,
      event.eventId,
      event.at,
      this.clock.now(),
    ]);
  }

  /** The other party of a shared comment is told as an organization. */
  private async tellOfComment(event: DomainEvent, tx: Transaction): Promise<void> {
    const { title, text } = event.after ?? {};
    const others = event.organizationIds.filter((id) => id !== event.actorOrganizationId);
    if (others.length === 0) return;
    await tx.query(NOTIFY_ORGANIZATIONS, [
      others,
      'COMMENTED',
      event.objectId,
      title ?? null,
      excerpt(text),
      event.actorPersonId,
      event.eventId,
      event.at,
      this.clock.now(),
    ]);
  }

  /** Mentioned colleagues are told in person. */
  private async tellOfMention(event: DomainEvent, tx: Transaction): Promise<void> {
    const { title, text, mentions } = event.after ?? {};
    const people = (mentions as string[]).filter((id) => id !== event.actorPersonId);
    await tx.query(NOTIFY_PEOPLE, [
      event.actorOrganizationId,
      people,
      'MENTIONED',
      event.objectId,
      title ?? null,
      excerpt(text),
      event.eventId,
      event.at,
      this.clock.now(),
    ]);
  }

  private async tellOfMail(event: DomainEvent, tx: Transaction): Promise<void> {
    await tx.query(NOTIFY_ORGANIZATIONS, [
      event.organizationIds,
      'MAIL_FAILED',
      null,
      null,
      null,
      null,
      event.eventId,
      event.at,
      this.clock.now(),
    ]);
  }
}

const LONGEST_EXCERPT = 200;

/** The beginning of a comment, as the bell shows it. */
function excerpt(text: unknown): string {
  const words = String(text).replace(/\s+/g, ' ').trim();
  return words.length > LONGEST_EXCERPT ? `${words.slice(0, LONGEST_EXCERPT - 1)}…` : words;
}

/** Organizations to tell; the list leaves the initiator out for the initiator alone. */
function audience({ to }: NotificationRule, event: DomainEvent): readonly string[] {
  return to === 'BOTH'
    ? event.organizationIds
    : event.organizationIds.filter((organization) => organization !== event.actorOrganizationId);
}

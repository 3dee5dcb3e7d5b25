import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  NOTIFICATION_BY_APPLICATION_ACTION,
  NOTIFICATION_BY_RESPONSE_ACTION,
  notificationOf,
  type DocumentAction,
  type DocumentState,
  type NotificationKind,
  type NotificationRule,
} from '@praktika/contracts';
import { Clock } from '../../../core/clock/index.js';
import type { Transaction } from '../../../core/database/index.js';
import { Reactions, type DomainEvent } from '../../../core/events/index.js';
import { NOTIFY_ORGANIZATIONS, NOTIFY_PEOPLE } from '../notifications.commands.js';

const PREFIX = 'document.';
const APPLICATION_PREFIX = 'application.';
const RESPONSE_PREFIX = 'listing_response.';

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
    this.reactions.register('application-bell', (event, tx) => this.tellOfApplication(event, tx));
    this.reactions.register('response-bell', (event, tx) => this.tellOfResponse(event, tx));
    this.reactions.register('listing-bell', (event, tx) => this.tellOfListing(event, tx));
    this.reactions.register('partnership-bell', (event, tx) => this.tellOfPartnership(event, tx));
  }

  private async tellOfDocument(event: DomainEvent, tx: Transaction): Promise<void> {
    const after = event.after ?? {};
    const action = event.type.slice(PREFIX.length) as DocumentAction;
    const rule = notificationOf(action, after['status'] as DocumentState);
    if (!rule) return;
    await this.tell(tx, event, audience(rule, event), rule.kind, {
      documentId: event.objectId,
      title: after['title'],
      text: after['reason'],
    });
  }

  /** The other party of a shared comment is told as an organization. */
  private async tellOfComment(event: DomainEvent, tx: Transaction): Promise<void> {
    const { title, text } = event.after ?? {};
    const others = otherThanActor(event);
    if (others.length === 0) return;
    await this.tell(tx, event, others, 'COMMENTED', {
      documentId: event.objectId,
      title,
      text: excerpt(text),
    });
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
    await this.tell(tx, event, event.organizationIds, 'MAIL_FAILED', {});
  }

  /** The other organization hears of an application. */
  private async tellOfApplication(event: DomainEvent, tx: Transaction): Promise<void> {
    const kind = NOTIFICATION_BY_APPLICATION_ACTION[event.type.slice(APPLICATION_PREFIX.length)];
    if (!kind) return;
    const { title, reason } = event.after ?? {};
    await this.tell(tx, event, otherThanActor(event), kind, {
      applicationId: event.objectId,
      title,
      text: reason,
    });
  }

  /** The other organization hears of a response to a listing. */
  private async tellOfResponse(event: DomainEvent, tx: Transaction): Promise<void> {
    const kind = NOTIFICATION_BY_RESPONSE_ACTION[event.type.slice(RESPONSE_PREFIX.length)];
    if (!kind) return;
    const { title, reason } = event.after ?? {};
    await this.tell(tx, event, otherThanActor(event), kind, {
      responseId: event.objectId,
      title,
      text: reason,
    });
  }

  /** The system has taken the listing down: its organization hears of it. */
  private async tellOfListing(event: DomainEvent, tx: Transaction): Promise<void> {
    const { title } = event.after ?? {};
    await this.tell(tx, event, event.organizationIds, 'LISTING_EXPIRED', {
      listingId: event.objectId,
      title,
    });
  }

  private async tellOfPartnership(event: DomainEvent, tx: Transaction): Promise<void> {
    const { partner, reason } = event.after ?? {};
    await this.tell(tx, event, otherThanActor(event), 'PARTNERSHIP_ENDED', { title: partner, text: reason });
  }

  private async tell(
    tx: Transaction,
    event: DomainEvent,
    organizations: readonly string[],
    kind: NotificationKind,
    { documentId, applicationId, listingId, responseId, title, text }: Told,
  ): Promise<void> {
    await tx.query(NOTIFY_ORGANIZATIONS, [
      organizations,
      kind,
      documentId ?? null,
      title ?? null,
      text ?? null,
      event.actorPersonId,
      event.eventId,
      event.at,
      this.clock.now(),
      applicationId ?? null,
      listingId ?? null,
      responseId ?? null,
    ]);
  }
}

/** What a notification is about, and its words. */
interface Told {
  readonly documentId?: string;
  readonly applicationId?: string;
  readonly listingId?: string;
  readonly responseId?: string;
  readonly title?: unknown;
  readonly text?: unknown;
}

const otherThanActor = ({ organizationIds, actorOrganizationId }: DomainEvent) =>
  organizationIds.filter((organization) => organization !== actorOrganizationId);

const LONGEST_EXCERPT = 200;

/** The beginning of a comment, as the bell shows it. */
function excerpt(text: unknown): string {
  const words = String(text).replace(/\s+/g, ' ').trim();
  return words.length > LONGEST_EXCERPT ? `${words.slice(0, LONGEST_EXCERPT - 1)}…` : words;
}

/** Organizations to tell; the list leaves the initiator out for the initiator alone. */
function audience({ to }: NotificationRule, event: DomainEvent): readonly string[] {
  return to === 'BOTH' ? event.organizationIds : otherThanActor(event);
}

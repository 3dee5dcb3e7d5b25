import { v7 as uuidv7 } from 'uuid';
import type { Transaction } from '../database/index.js';
import { APPEND } from './outbox.commands.js';

/** What happened, as the outbox keeps it: one event, a row for each organization it concerns. */
export interface DomainEvent {
  readonly eventId: string;
  /** `<object>.<verb>`: `document.submit-signing`, `api_token.issued`. */
  readonly type: string;
  readonly objectType: string;
  readonly objectId: string;
  /** Null for an event nobody caused by a command: a mail that could not be delivered. */
  readonly actorOrganizationId: string | null;
  readonly actorPersonId: string | null;
  readonly organizationIds: readonly string[];
  readonly before: Readonly<Record<string, unknown>> | null;
  readonly after: Readonly<Record<string, unknown>> | null;
  /** ISO instant. */
  readonly at: string;
}

/** Writes an event of the system's own into the outbox, within a transaction of `Database.asJobs`. */
export async function appendEvent(
  tx: Transaction,
  at: Date,
  event: Pick<DomainEvent, 'type' | 'objectType' | 'objectId' | 'after'> & {
    readonly organizationId: string;
  },
): Promise<void> {
  const { organizationId, type, objectType, objectId, after } = event;
  await tx.query(APPEND, [uuidv7(), organizationId, type, objectType, objectId, JSON.stringify(after), at]);
}

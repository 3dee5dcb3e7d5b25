import type { Actor } from '../access/index.js';
import type { Transaction } from '../database/index.js';
import { newId } from '../ids/index.js';
import { APPEND, APPEND_ALL } from './outbox.commands.js';

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

/** An event of one organization, as its writer tells it. */
export interface NewEvent extends Pick<DomainEvent, 'type' | 'objectType' | 'objectId' | 'after'> {
  readonly organizationId: string;
}

/** Writes an event of the system's own into the outbox, within a transaction of `Database.asJobs`. */
export async function appendEvent(tx: Transaction, at: Date, event: NewEvent): Promise<void> {
  await append(tx, at, event, [null, null]);
}

/** Writes an event of the actor's own organization into the outbox, within the command's transaction. */
export async function appendActorEvent(
  tx: Transaction,
  { organizationId, personId }: Pick<Actor, 'organizationId' | 'personId'>,
  at: Date,
  event: Omit<NewEvent, 'organizationId'>,
): Promise<void> {
  await append(tx, at, { ...event, organizationId }, [organizationId, personId]);
}

/** Writes many events of the actor's own organization into the outbox by one statement. */
export async function appendActorEvents(
  tx: Transaction,
  { organizationId, personId }: Pick<Actor, 'organizationId' | 'personId'>,
  at: Date,
  events: readonly Omit<NewEvent, 'organizationId'>[],
): Promise<void> {
  const rows = events.map((event) => ({ ...event, eventId: newId() }));
  await tx.query(APPEND_ALL, [JSON.stringify(rows), organizationId, at, personId]);
}

/** Writes one event that concerns several organizations, by the actor, within the command's transaction. */
export async function appendSharedEvent(
  tx: Transaction,
  { organizationId, personId }: Pick<Actor, 'organizationId' | 'personId'>,
  at: Date,
  event: Omit<NewEvent, 'organizationId'>,
  concerned: readonly string[],
): Promise<void> {
  const eventId = newId();
  for (const organization of concerned) {
    await append(tx, at, { ...event, organizationId: organization }, [organizationId, personId], eventId);
  }
}

async function append(
  tx: Transaction,
  at: Date,
  { organizationId, type, objectType, objectId, after }: NewEvent,
  actor: readonly [organizationId: string | null, personId: string | null],
  eventId: string = newId(),
): Promise<void> {
  const values = [eventId, organizationId, type, objectType, objectId, JSON.stringify(after), at, ...actor];
  await tx.query(APPEND, values);
}

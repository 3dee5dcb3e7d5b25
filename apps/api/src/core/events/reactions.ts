import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Clock } from '../clock/index.js';
import { Database, type Transaction } from '../database/index.js';
import type { DomainEvent } from './event.js';
import { liveSignal } from './live-signal.js';
import { EVENTS, MARK_HANDLED, MARK_REACTIONS } from './outbox.commands.js';
import { Signals } from './signals.js';
import { SUBSCRIPTIONS, type ReactionName } from './subscriptions.js';

/** What an event leads to. Everything it does happens in the given transaction, as the role `praktika_jobs`. */
export type Reaction = (event: DomainEvent, tx: Transaction) => Promise<void>;

/**
 * Runs the reactions to an event, each exactly once however often its job runs: the mark and the effect are one
 * transaction. A reaction that fails does not undo the others; the job is tried again for it alone.
 */
@Injectable()
export class Reactions implements OnApplicationBootstrap {
  private readonly known = new Map<ReactionName, Reaction>();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly signals: Signals,
  ) {}

  /** Names the owner of a reaction; modules call it when they start. */
  register(name: ReactionName, reaction: Reaction): void {
    this.known.set(name, reaction);
  }

  onApplicationBootstrap(): void {
    const missing = Object.values(SUBSCRIPTIONS)
      .flat()
      .filter((name) => !this.known.has(name));
    if (missing.length > 0) throw new Error(`reactions nobody owns: ${[...new Set(missing)].join(', ')}`);
  }

  /**
   * Does what is left to do for some events in one transaction, in their order. When anything of it fails, each event
   * is done by itself, so that one holds up none of the others.
   * @throws what the first event that failed by itself did
   */
  async runAll(eventIds: readonly string[]): Promise<void> {
    if (eventIds.length > 1 && (await this.together(eventIds))) return;
    const failures: unknown[] = [];
    for (const eventId of eventIds) await this.run(eventId).catch((error: unknown) => failures.push(error));
    if (failures.length > 0) throw failures[0];
  }

  /** Does what is left to do for an event. */
  async run(eventId: string): Promise<void> {
    const [event] = await this.database.asJobs((tx) => waiting(tx, [eventId]));
    if (!event) return;
    for (const name of SUBSCRIPTIONS[event.type] ?? []) {
      await this.database.asJobs((tx) => this.react(tx, [{ event, name }]));
    }
    await this.database.asJobs((tx) => this.settle(tx, [event]));
  }

  /** @returns false when it came to nothing */
  private async together(eventIds: readonly string[]): Promise<boolean> {
    try {
      await this.database.asJobs(async (tx) => {
        const events = await waiting(tx, eventIds);
        const due = events.flatMap((event) =>
          (SUBSCRIPTIONS[event.type] ?? []).map((name) => ({ event, name })),
        );
        await this.react(tx, due);
        await this.settle(tx, events);
      });
      return true;
    } catch {
      return false;
    }
  }

  /** Does what has not been done yet; the statements go out one behind another, in the order of the list. */
  private async react(tx: Transaction, due: readonly Due[]): Promise<void> {
    const values = [due.map(({ event }) => event.eventId), due.map(({ name }) => name), this.clock.now()];
    const marked = await tx.query<{ eventId: string; reaction: string }>(MARK_REACTIONS, values);
    const isMarked = new Set(marked.map(({ eventId, reaction }) => `${eventId} ${reaction}`));
    const reacting = due
      .filter(({ event, name }) => isMarked.has(`${event.eventId} ${name}`))
      .map(async ({ event, name }) => this.known.get(name)?.(event, tx));
    // all of them are over before the transaction is: one that went on after it would write outside of it
    const failed = (await Promise.allSettled(reacting)).find(({ status }) => status === 'rejected');
    if (failed?.status === 'rejected') throw failed.reason;
  }

  private async settle(tx: Transaction, events: readonly DomainEvent[]): Promise<void> {
    const marked = await tx.query<{ eventId: string }>(MARK_HANDLED, [
      events.map(({ eventId }) => eventId),
      this.clock.now(),
    ]);
    const isMarked = new Set(marked.map(({ eventId }) => eventId));
    const news = events.filter(({ eventId }) => isMarked.has(eventId)).map(liveSignal);
    await Promise.all(news.map((signal) => this.signals.send(tx, 'praktika_live', signal)));
  }
}

/** A reaction to an event that may have to be done. */
interface Due {
  readonly event: DomainEvent;
  readonly name: ReactionName;
}

/** Those of the events that have not been handled, in the order given. */
async function waiting(tx: Transaction, eventIds: readonly string[]): Promise<DomainEvent[]> {
  const events = await tx.query<DomainEvent & { handled: boolean }>(EVENTS, [eventIds]);
  const place = new Map(eventIds.map((id, index) => [id, index]));
  return events
    .filter(({ handled }) => !handled)
    .sort((left, right) => place.get(left.eventId)! - place.get(right.eventId)!);
}

import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Clock } from '../clock/index.js';
import { Database, type Transaction } from '../database/index.js';
import type { DomainEvent } from './event.js';
import { liveSignal } from './live-signal.js';
import { EVENT, MARK_HANDLED, MARK_REACTION } from './outbox.commands.js';
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

  /** Does what is left to do for an event. */
  async run(eventId: string): Promise<void> {
    const [event] = await this.database.asJobs((tx) =>
      tx.query<DomainEvent & { handled: boolean }>(EVENT, [eventId]),
    );
    if (!event || event.handled) return;
    for (const name of SUBSCRIPTIONS[event.type] ?? []) await this.react(name, event);
    await this.database.asJobs(async (tx) => {
      const marked = await tx.query(MARK_HANDLED, [eventId, this.clock.now()]);
      if (marked.length > 0) await this.signals.send(tx, 'praktika_live', liveSignal(event));
    });
  }

  private async react(name: ReactionName, event: DomainEvent): Promise<void> {
    await this.database.asJobs(async (tx) => {
      const marked = await tx.query(MARK_REACTION, [event.eventId, name, this.clock.now()]);
      if (marked.length > 0) await this.known.get(name)?.(event, tx);
    });
  }
}

import { Injectable } from '@nestjs/common';
import {
  APPLICATION_GUARD_TEXTS,
  APPLICATION_STATUS_LABELS,
  applicationTitle,
  type ApplicationAction,
  type ApplicationState,
  type ApplicationStatus,
} from '@praktika/contracts';
import { validate as isUuid } from 'uuid';
import type { Actor } from '../../../core/access/index.js';
import { Clock } from '../../../core/clock/index.js';
import { Database, type Transaction } from '../../../core/database/index.js';
import { invalidField, notFound, violatedConstraint } from '../../../core/errors/index.js';
import { appendSharedEvent, EventRelay } from '../../../core/events/index.js';
import { appendHistory } from '../../../core/history/index.js';
import { decideMove, movedOn, staleVersion } from '../../../core/lifecycle/index.js';
import { MOVE_APPLICATION } from '../applications.commands.js';
import { APPLICATION, type ApplicationReason, type ApplicationRow } from '../applications.queries.js';
import type { Responsible } from '../../employees/index.js';
import { VisibleApplication } from './visible-application.js';

/** What a move writes beside the status. */
export interface MoveEffect {
  readonly number?: number;
  readonly responsible?: Responsible;
  readonly documentId?: string;
}

/** A press on an application. */
export interface Press {
  readonly id: string;
  readonly action: ApplicationAction;
  readonly version: number;
  readonly reason?: string;
}

/** Does what else a move entails, in its transaction, and tells what is written beside the status. */
export type Effect = (tx: Transaction, application: VisibleApplication, now: Date) => Promise<MoveEffect>;

/** Reads of one application and the path of its moves: read, judge, write, all in one transaction. */
@Injectable()
export class ApplicationStore {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly relay: EventRelay,
  ) {}

  /** @throws Refusal `not_found` when missing, foreign, not yet sent or deleted: one answer */
  async read(actor: Actor, id: string): Promise<VisibleApplication> {
    return this.find((values) => this.database.read<ApplicationRow>(actor, APPLICATION, values), actor, id);
  }

  /** The same inside a transaction. */
  async readIn(tx: Transaction, actor: Actor, id: string): Promise<VisibleApplication> {
    return this.find((values) => tx.query<ApplicationRow>(APPLICATION, values), actor, id);
  }

  /**
   * One transition: status, history, event and what the effect adds, all or nothing.
   * @returns the application afterwards; undefined when the move hid it
   * @throws Refusal 409, 403, 412 or 422 (core/lifecycle); nothing is written
   */
  async move(actor: Actor, press: Press, effect?: Effect): Promise<VisibleApplication | undefined> {
    const { id, action, version, reason } = press;
    const moved = await this.database
      .transaction(actor, async (tx) => {
        const application = await this.readIn(tx, actor, id);
        const to = await this.decide(tx, application, action, version, reason);
        const now = this.clock.now();
        const added = (await effect?.(tx, application, now)) ?? {};
        await this.write(tx, application, to, { ...added, now, reason });
        await this.record(tx, application, press, to, added, now);
        return to === 'DELETED' ? undefined : this.readIn(tx, actor, id);
      })
      .catch((error: unknown) => {
        throw anotherOpen(error);
      });
    this.relay.wake();
    return moved;
  }

  /** Step 2 of a command: where the move leads. */
  decide(
    tx: Transaction,
    application: VisibleApplication,
    action: ApplicationAction,
    version: number,
    reason?: string,
  ): Promise<ApplicationState> {
    const facts = { ...application.facts, ...(reason !== undefined && { reason }) };
    return decideMove(application.movable, action, version, facts, () => tooLate(tx, application));
  }

  /** The same outside a transaction, for a press that leads on to another object. */
  judge(
    application: VisibleApplication,
    action: ApplicationAction,
    version: number,
  ): Promise<ApplicationState> {
    const { movable, facts, actor } = application;
    return decideMove(movable, action, version, facts, () =>
      tooLate({ query: (statement, values) => this.database.read(actor, statement, values) }, application),
    );
  }

  /** Writes into its history what a press that left it as it is led to. */
  async note(
    tx: Transaction,
    { actor, row }: VisibleApplication,
    action: ApplicationAction,
    documentId: string,
  ): Promise<void> {
    await appendHistory(tx, actor, this.clock.now(), {
      objectType: 'application',
      objectId: row.id,
      type: 'transition',
      from: row.status,
      to: row.status,
      payload: { action, documentId },
    });
  }

  /** Somebody wrote between reading and writing: 409 when it has moved on, else 412. */
  async overtaken(tx: Transaction, { actor, row }: VisibleApplication): Promise<Error> {
    const now = await this.readIn(tx, actor, row.id);
    return now.row.status === row.status ? staleVersion(now.row.version) : tooLate(tx, now);
  }

  private async write(
    tx: Transaction,
    application: VisibleApplication,
    to: ApplicationState,
    { number, responsible, reason, now }: MoveEffect & { reason?: string | undefined; now: Date },
  ): Promise<void> {
    const { id, status, version } = application.row;
    const values = [
      id,
      status,
      version,
      to,
      number ?? null,
      reason
        ? JSON.stringify({ text: reason, at: now.toISOString() } satisfies Partial<ApplicationReason>)
        : null,
      responsible ? JSON.stringify(responsible) : null,
      now,
    ];
    const moved = await tx.query(MOVE_APPLICATION, values);
    if (moved.length === 0) throw await this.overtaken(tx, application);
  }

  private async record(
    tx: Transaction,
    { actor, row }: VisibleApplication,
    { action, reason }: Press,
    to: ApplicationState,
    { number, responsible, documentId }: MoveEffect,
    now: Date,
  ): Promise<void> {
    const object = { objectType: 'application', objectId: row.id } as const;
    await appendHistory(tx, actor, now, {
      ...object,
      type: 'transition',
      shared: row.status !== 'DRAFT' || to === 'SENT',
      from: row.status,
      to,
      ...(reason && { reason }),
      payload: { action, responsible: responsible?.fullName, documentId },
    });
    // a draft is nobody's news but its author's
    const concerned = to === 'DELETED' ? [actor.organizationId] : [row.author.id, row.recipient.id];
    const title = applicationTitle(row.kind, number ?? row.number);
    await appendSharedEvent(
      tx,
      actor,
      now,
      {
        ...object,
        type: `application.${action}`,
        after: { status: to, version: row.version + 1, kind: row.kind, title, reason },
      },
      concerned,
    );
  }

  private async find(
    query: (values: readonly unknown[]) => Promise<ApplicationRow[]>,
    actor: Actor,
    id: string,
  ): Promise<VisibleApplication> {
    if (!isUuid(id)) throw notFound();
    const [row] = await query([id]);
    if (!row) throw notFound();
    return new VisibleApplication(row, actor);
  }
}

const tooLate = (tx: Pick<Transaction, 'query'>, { row }: VisibleApplication) =>
  movedOn(
    (statement, values) => tx.query(statement, values),
    {
      id: row.id,
      status: row.status,
      statusLabel: APPLICATION_STATUS_LABELS[row.status as ApplicationStatus],
      version: row.version,
    },
    'Заявка уже',
  );

/** The other organization's application for partnership was sent in the same moment. */
function anotherOpen(error: unknown): unknown {
  if (violatedConstraint(error) !== 'one_open_partnership_application') return error;
  return invalidField('', 'application_open', APPLICATION_GUARD_TEXTS['application_open'] ?? '');
}

import { Injectable } from '@nestjs/common';
import {
  LISTING_RESPONSE_STATUS_LABELS,
  responseTitle,
  type ListingResponseAction,
  type ListingResponseStatus,
} from '@praktika/contracts';
import { validate as isUuid } from 'uuid';
import type { Actor } from '../../../core/access/index.js';
import { Clock } from '../../../core/clock/index.js';
import { Database, type Transaction } from '../../../core/database/index.js';
import { notFound } from '../../../core/errors/index.js';
import { appendSharedEvent, EventRelay } from '../../../core/events/index.js';
import { appendHistory } from '../../../core/history/index.js';
import { decideMove, movedOn, staleVersion } from '../../../core/lifecycle/index.js';
import type { Responsible } from '../../employees/index.js';
import { MOVE_RESPONSE } from '../responses.commands.js';
import { RESPONSE, type ResponseReason, type ResponseRow } from '../responses.queries.js';
import { VisibleResponse } from './visible-response.js';

/** A press on a response, and what its modal sends. */
export interface ResponsePress {
  readonly id: string;
  readonly action: ListingResponseAction;
  readonly version: number;
  readonly reason?: string;
  readonly responsible?: Responsible;
}

/** What else a move entails, in its transaction. */
export interface Entailed {
  /** Before it is judged: what must not change meanwhile is held. */
  readonly hold: (tx: Transaction, response: VisibleResponse) => Promise<void>;
  /** After its status is written. @returns what the history entry tells beside it */
  readonly effect: (tx: Transaction, response: VisibleResponse, now: Date) => Promise<object>;
}

/** Reads of one response and the path of its moves: read, judge, write, all in one transaction. */
@Injectable()
export class ResponseStore {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly relay: EventRelay,
  ) {}

  /** @throws Refusal `not_found` when missing or foreign: one answer */
  async read(actor: Actor, id: string): Promise<VisibleResponse> {
    return find((values) => this.database.read<ResponseRow>(actor, RESPONSE, values), actor, id);
  }

  /** The same inside a transaction. */
  async readIn(tx: Transaction, actor: Actor, id: string): Promise<VisibleResponse> {
    return find((values) => tx.query<ResponseRow>(RESPONSE, values), actor, id);
  }

  /**
   * One transition: status, history, event and what it entails, all or nothing.
   * @throws Refusal 409, 403, 412 or 422 (core/lifecycle); nothing is written
   */
  async move(actor: Actor, press: ResponsePress, entailed?: Entailed): Promise<VisibleResponse> {
    const { id, action, version, reason } = press;
    const moved = await this.database.transaction(actor, async (tx) => {
      if (entailed) await entailed.hold(tx, await this.readIn(tx, actor, id));
      const response = await this.readIn(tx, actor, id);
      const facts = { ...response.facts, ...(reason !== undefined && { reason }) };
      const to = await decideMove(response.movable, action, version, facts, () => tooLate(tx, response));
      const now = this.clock.now();
      await this.write(tx, response, to, press, now);
      const told = (await entailed?.effect(tx, response, now)) ?? {};
      await this.record(tx, response, press, to, told, now);
      return this.readIn(tx, actor, id);
    });
    this.relay.wake();
    return moved;
  }

  private async write(
    tx: Transaction,
    response: VisibleResponse,
    to: ListingResponseStatus,
    { reason, responsible }: ResponsePress,
    now: Date,
  ): Promise<void> {
    const { id, status, version } = response.row;
    const why: Partial<ResponseReason> | undefined = reason
      ? { text: reason, at: now.toISOString() }
      : undefined;
    const values = [id, status, version, to, jsonOrNull(why), jsonOrNull(responsible), now];
    const moved = await tx.query(MOVE_RESPONSE, values);
    if (moved.length > 0) return;
    const standing = await this.readIn(tx, response.actor, id);
    throw standing.row.status === status ? staleVersion(standing.row.version) : await tooLate(tx, standing);
  }

  private async record(
    tx: Transaction,
    { actor, row }: VisibleResponse,
    { action, reason, responsible }: ResponsePress,
    to: ListingResponseStatus,
    told: object,
    now: Date,
  ): Promise<void> {
    const object = { objectType: 'listing_response', objectId: row.id } as const;
    await appendHistory(tx, actor, now, {
      ...object,
      type: 'transition',
      shared: true,
      from: row.status,
      to,
      ...(reason && { reason }),
      payload: { action, responsible: responsible?.fullName, ...told },
    });
    const title = responseTitle(row.listing.title);
    await appendSharedEvent(
      tx,
      actor,
      now,
      {
        ...object,
        type: `listing_response.${action}`,
        after: { status: to, version: row.version + 1, listingId: row.listingId, title, reason },
      },
      [row.author.id, row.owner.id],
    );
  }
}

const jsonOrNull = (value: object | undefined) => (value ? JSON.stringify(value) : null);

async function find(
  query: (values: readonly unknown[]) => Promise<ResponseRow[]>,
  actor: Actor,
  id: string,
): Promise<VisibleResponse> {
  if (!isUuid(id)) throw notFound();
  const [row] = await query([id]);
  if (!row) throw notFound();
  return new VisibleResponse(row, actor);
}

const tooLate = (tx: Transaction, { row }: VisibleResponse) =>
  movedOn(
    (statement, values) => tx.query(statement, values),
    { ...row, statusLabel: LISTING_RESPONSE_STATUS_LABELS[row.status] },
    'Отклик уже',
  );

import { Injectable } from '@nestjs/common';
import {
  LISTING_STATUS_LABELS,
  type ListingAction,
  type ListingState,
  type ListingStatus,
} from '@praktika/contracts';
import { validate as isUuid } from 'uuid';
import type { Actor } from '../../../core/access/index.js';
import { Clock } from '../../../core/clock/index.js';
import { Database, type Transaction } from '../../../core/database/index.js';
import { notFound } from '../../../core/errors/index.js';
import { appendActorEvent, EventRelay } from '../../../core/events/index.js';
import { appendHistory } from '../../../core/history/index.js';
import { decideMove, movedOn, staleVersion } from '../../../core/lifecycle/index.js';
import { MOVE_LISTING } from '../listings.commands.js';
import { LISTING, type ListingCardRow } from '../listings.queries.js';
import { VisibleListing } from './visible-listing.js';

/** A listing with all its card says. */
export type ListingCard = VisibleListing<ListingCardRow>;

/** A press on a listing. */
export interface Press {
  readonly id: string;
  readonly action: ListingAction;
  readonly version: number;
}

/** Reads of one listing and the path of its moves: read, judge, write, all in one transaction. */
@Injectable()
export class ListingStore {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly relay: EventRelay,
  ) {}

  /** @throws Refusal `not_found` when missing, deleted, or somebody's that is not published: one answer */
  async read(actor: Actor, id: string): Promise<ListingCard> {
    return this.find((values) => this.database.read<ListingCardRow>(actor, LISTING, values), actor, id);
  }

  /** The same inside a transaction. */
  async readIn(tx: Transaction, actor: Actor, id: string): Promise<ListingCard> {
    return this.find((values) => tx.query<ListingCardRow>(LISTING, values), actor, id);
  }

  /** A listing of the actor's own organization. @throws Refusal `not_found` for any other */
  async readOwn(actor: Actor, id: string): Promise<ListingCard> {
    const listing = await this.read(actor, id);
    if (listing.party !== 'author') throw notFound();
    return listing;
  }

  /**
   * One transition: status, history and event, all or nothing.
   * @param along what else is written in its transaction, before the status
   * @returns the listing afterwards; undefined when it is deleted
   * @throws Refusal 409, 403, 412 or 422 (core/lifecycle); nothing is written
   */
  async move(
    actor: Actor,
    { id, action, version }: Press,
    along?: (tx: Transaction, listing: ListingCard) => Promise<number>,
  ): Promise<ListingCard | undefined> {
    const moved = await this.database.transaction(actor, async (tx) => {
      const listing = await this.readIn(tx, actor, id);
      const to = await this.decide(tx, listing, action, version);
      const now = this.clock.now();
      const number = (await along?.(tx, listing)) ?? null;
      const { status, title } = listing.row;
      const written = await tx.query(MOVE_LISTING, [id, status, version, to, number, now]);
      if (written.length === 0) throw await this.overtaken(tx, listing);
      const object = { objectType: 'listing', objectId: id } as const;
      await appendHistory(tx, actor, now, {
        ...object,
        type: 'transition',
        from: status,
        to,
        payload: { action },
      });
      await appendActorEvent(tx, actor, now, {
        ...object,
        type: `listing.${action}`,
        after: { status: to, version: version + 1, title },
      });
      return to === 'DELETED' ? undefined : this.readIn(tx, actor, id);
    });
    this.relay.wake();
    return moved;
  }

  /** Where the move leads. @throws Refusal when it may not be made */
  decide(
    tx: Transaction,
    listing: ListingCard,
    action: ListingAction,
    version: number,
  ): Promise<ListingState> {
    return decideMove(listing.movable, action, version, listing.facts, () => tooLate(tx, listing));
  }

  /** Somebody wrote between reading and writing: 409 when it has moved on, else 412. */
  async overtaken(tx: Transaction, { actor, row }: ListingCard): Promise<Error> {
    const now = await this.readIn(tx, actor, row.id);
    return now.row.status === row.status ? staleVersion(now.row.version) : tooLate(tx, now);
  }

  private async find(
    query: (values: readonly unknown[]) => Promise<ListingCardRow[]>,
    actor: Actor,
    id: string,
  ): Promise<ListingCard> {
    if (!isUuid(id)) throw notFound();
    const [row] = await query([id, actor.organizationId]);
    if (!row) throw notFound();
    const listing = new VisibleListing(row, actor, this.clock.now());
    // a student is of the organization, and no employee of it
    if (listing.party === 'author' && !actor.permissions.has('listings:read')) throw notFound();
    return listing;
  }
}

const tooLate = (tx: Transaction, { row }: ListingCard) =>
  movedOn(
    (statement, values) => tx.query(statement, values),
    { ...row, statusLabel: LISTING_STATUS_LABELS[row.status as ListingStatus] },
    'Заявка уже',
  );

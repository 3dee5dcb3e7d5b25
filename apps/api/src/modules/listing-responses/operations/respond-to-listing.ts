import { Injectable } from '@nestjs/common';
import {
  dateInZone,
  LISTING_GUARD_TEXTS,
  LISTING_STATUS_LABELS,
  responseConflicts,
  responseTitle,
  TERMS_CONFLICT_TEXTS,
  type ListingResponseTerms,
  type ListingState,
} from '@praktika/contracts';
import { validate as isUuid } from 'uuid';
import type { Actor } from '../../../core/access/index.js';
import { Clock } from '../../../core/clock/index.js';
import { Database, type Transaction } from '../../../core/database/index.js';
import {
  invalidField,
  invalidFields,
  notFound,
  Refusal,
  violatedConstraint,
} from '../../../core/errors/index.js';
import { appendSharedEvent, EventRelay } from '../../../core/events/index.js';
import { appendHistory } from '../../../core/history/index.js';
import { newId } from '../../../core/ids/index.js';
import { ListingStore, type ListingCard } from '../../listings/index.js';
import { ResponseStore } from '../engine/response-store.js';
import type { VisibleResponse } from '../engine/visible-response.js';
import { HOLD_LISTING, INSERT_RESPONSE } from '../responses.commands.js';

type Standing = { readonly status: ListingState; readonly unpublishedAt: string | null };

/** «Откликнуться на заявку» (manual §14.1): the response reaches the listing's organization at once. */
@Injectable()
export class RespondToListing {
  constructor(
    private readonly database: Database,
    private readonly listings: ListingStore,
    private readonly store: ResponseStore,
    private readonly clock: Clock,
    private readonly relay: EventRelay,
  ) {}

  /**
   * @throws Refusal `not_found`; `invalid_state` for a listing taken down; `validation_failed` for an own one, one
   *   responded to already, and for each field at fault
   */
  async run(actor: Actor, listingId: string, terms: ListingResponseTerms): Promise<VisibleResponse> {
    const id = newId();
    const sent = await this.database
      .transaction(actor, async (tx) => {
        const listing = await this.answerable(tx, actor, listingId);
        const now = this.clock.now();
        checkTerms(terms, listing, actor, now);
        await this.write(tx, id, listing, terms, now);
        return this.store.readIn(tx, actor, id);
      })
      .catch((error: unknown) => {
        throw respondedAlready(error);
      });
    this.relay.wake();
    return sent;
  }

  /** The listing, held published until the transaction is over. */
  private async answerable(tx: Transaction, actor: Actor, listingId: string): Promise<ListingCard> {
    if (!isUuid(listingId)) throw notFound();
    const [standing] = await tx.query<Standing>(HOLD_LISTING, [listingId]);
    if (standing && standing.status !== 'PUBLISHED') throw takenDown(standing);
    const listing = await this.listings.readIn(tx, actor, listingId);
    if (listing.party === 'author') throw refused('own_listing', 'Это заявка вашей организации.');
    const { responded, periodEnded } = listing.facts;
    if (responded) throw refusedBy('already_responded');
    if (periodEnded) throw refusedBy('period_ended');
    return listing;
  }

  private async write(
    tx: Transaction,
    id: string,
    { row, actor }: ListingCard,
    terms: ListingResponseTerms,
    now: Date,
  ): Promise<void> {
    const { id: listingId, title, number, side, organization } = row;
    const answered = JSON.stringify({ title, number, side, terms: row.terms });
    const { organizationId, personId } = actor;
    const values = [
      listingId,
      organization.id,
      organizationId,
      JSON.stringify(terms),
      answered,
      personId,
      now,
    ];
    await tx.query(INSERT_RESPONSE, [id, ...values]);
    const object = { objectType: 'listing_response', objectId: id } as const;
    await appendHistory(tx, actor, now, {
      ...object,
      type: 'sent',
      shared: true,
      to: 'SENT',
      payload: { listingId },
    });
    await appendSharedEvent(
      tx,
      actor,
      now,
      {
        ...object,
        type: 'listing_response.send',
        after: { status: 'SENT', version: 1, listingId, title: responseTitle(title) },
      },
      [organizationId, organization.id],
    );
  }
}

/** @throws Refusal `validation_failed` with every field at fault */
function checkTerms(terms: ListingResponseTerms, { row }: ListingCard, actor: Actor, now: Date): void {
  const conflicts = responseConflicts(terms, row.terms, dateInZone(now, actor.timeZone));
  if (conflicts.length === 0) return;
  throw invalidFields(
    ...conflicts.map(({ pointer, code }) => ({ pointer, code, detail: TERMS_CONFLICT_TEXTS[code] })),
  );
}

const takenDown = ({ status, unpublishedAt }: Standing) =>
  new Refusal('invalid_state', {
    detail: 'Заявку сняли с публикации: откликнуться на неё уже нельзя.',
    extras: {
      current: { status, statusLabel: LISTING_STATUS_LABELS.UNPUBLISHED, at: unpublishedAt ?? undefined },
    },
  });

const refused = (code: string, detail: string) => invalidField('', code, detail);
const refusedBy = (guard: string) => refused(guard, LISTING_GUARD_TEXTS[guard] ?? '');

/** Two presses in the same moment: one response is enough. */
const respondedAlready = (error: unknown): unknown =>
  violatedConstraint(error) === 'one_open_response' ? refusedBy('already_responded') : error;

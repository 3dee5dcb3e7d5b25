import { Injectable } from '@nestjs/common';
import type { ListingResponseTerms, ListingTerms, PracticeApplicationTerms } from '@praktika/contracts';
import type { Actor } from '../../../core/access/index.js';
import type { Transaction } from '../../../core/database/index.js';
import { appendSharedEvent } from '../../../core/events/index.js';
import { appendHistory } from '../../../core/history/index.js';
import { newId } from '../../../core/ids/index.js';
import { ResponsiblePeople, type Responsible } from '../../employees/index.js';
import { PartnershipStore } from '../../partners/index.js';
import { ResponseStore } from '../engine/response-store.js';
import type { VisibleResponse } from '../engine/visible-response.js';
import { BECOME_APPLICATION, HOLD_OWN_LISTING } from '../responses.commands.js';

/**
 * «Принять» (domain.md §4.7): the two are partners from now on, and the response becomes an accepted application for
 * practice, from which a contract is drafted like from any other. One transaction.
 */
@Injectable()
export class AcceptResponse {
  constructor(
    private readonly store: ResponseStore,
    private readonly partnerships: PartnershipStore,
    private readonly people: ResponsiblePeople,
  ) {}

  async run(
    actor: Actor,
    id: string,
    version: number,
    given: Responsible | undefined,
  ): Promise<VisibleResponse> {
    const responsible = await this.people.resolve(actor, given);
    const press = { id, action: 'accept', version, ...(responsible && { responsible }) } as const;
    return this.store.move(actor, press, {
      hold: async (tx, { row }) => void (await tx.query(HOLD_OWN_LISTING, [row.listingId])),
      effect: async (tx, response, now) => {
        await this.partnerships.ensure(tx, response.pair, now);
        return { applicationId: await becomeApplication(tx, response, now) };
      },
    });
  }
}

/** @returns the id of the application */
async function becomeApplication(
  tx: Transaction,
  { actor, row }: VisibleResponse,
  now: Date,
): Promise<string> {
  const id = newId();
  const terms = JSON.stringify(applicationTerms(row.listing.terms, row.terms));
  await tx.query(BECOME_APPLICATION, [row.id, id, terms, now]);
  const object = { objectType: 'application', objectId: id } as const;
  await appendHistory(tx, actor, now, {
    ...object,
    type: 'created',
    shared: true,
    to: 'ACCEPTED',
    payload: { kind: 'PRACTICE', responseId: row.id },
  });
  await appendSharedEvent(
    tx,
    actor,
    now,
    { ...object, type: 'application.create', after: { status: 'ACCEPTED', version: 1, kind: 'PRACTICE' } },
    [row.author.id, row.owner.id],
  );
  return id;
}

/** What the listing says of the places, with what the response agrees to. */
function applicationTerms(
  { professionId: _, ...places }: ListingTerms,
  response: ListingResponseTerms,
): PracticeApplicationTerms {
  return { ...places, ...response };
}

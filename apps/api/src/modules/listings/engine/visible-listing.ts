import {
  dateInZone,
  LISTING_GUARD_TEXTS,
  LISTING_TRANSITIONS,
  type ListingAction,
  type ListingFacts,
  type ListingState,
  type Party,
} from '@praktika/contracts';
import type { Actor } from '../../../core/access/index.js';
import type { Movable } from '../../../core/lifecycle/index.js';
import type { ListingRow } from '../listings.queries.js';

/** A listing as one actor sees it, with the answers the rules ask for. Its organization is the author. */
export class VisibleListing<Row extends ListingRow = ListingRow> {
  readonly party: Party;

  constructor(
    readonly row: Row,
    readonly actor: Actor,
    private readonly now: Date,
  ) {
    this.party = row.organization.id === actor.organizationId ? 'author' : 'recipient';
  }

  /** May the person know what their organization has answered, and what it was answered: a student may not. */
  get tellsResponses(): boolean {
    return this.actor.permissions.has('listings:read');
  }

  /** The standing facts for the guards (domain.md §4.7). */
  get facts(): ListingFacts {
    const { missing, periodTo, organization, openResponses } = this.row;
    const waits = openResponses > 0;
    return {
      missing,
      periodEnded: periodTo !== null && periodTo < dateInZone(this.now, organization.timeZone),
      responsesOpen: waits && this.party === 'author',
      responded: waits && this.party === 'recipient',
    };
  }

  /** What its lifecycle is judged on. */
  get movable(): Movable<ListingState, ListingAction, ListingFacts> {
    const { status, version, missing } = this.row;
    return {
      table: LISTING_TRANSITIONS,
      status,
      party: this.party,
      permissions: this.actor.permissions,
      version,
      guardTexts: LISTING_GUARD_TEXTS,
      missing: () => missing.map((pointer) => ({ pointer, ...(REQUIRED[pointer] ?? FILL_IN) })),
    };
  }
}

const FILL_IN = { code: 'required', detail: 'Заполните поле.' } as const;

const REQUIRED: Readonly<Record<string, { code: string; detail: string }>> = {
  '/contacts/phone': { code: 'required', detail: 'Укажите телефон или электронную почту.' },
};

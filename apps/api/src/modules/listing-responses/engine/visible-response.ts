import {
  LISTING_RESPONSE_GUARD_TEXTS,
  LISTING_RESPONSE_TRANSITIONS,
  type ListingResponseAction,
  type ListingResponseFacts,
  type ListingResponseStatus,
  type Party,
} from '@praktika/contracts';
import type { Actor } from '../../../core/access/index.js';
import type { Movable } from '../../../core/lifecycle/index.js';
import type { Pair } from '../../partners/index.js';
import type { ListingOrganization } from '../../listings/index.js';
import type { ResponseRow } from '../responses.queries.js';

/** A response as one actor sees it, with the answers the rules ask for. */
export class VisibleResponse {
  readonly party: Party;

  constructor(
    readonly row: ResponseRow,
    readonly actor: Actor,
  ) {
    this.party = row.author.id === actor.organizationId ? 'author' : 'recipient';
  }

  /** The other organization. */
  get partner(): ListingOrganization {
    return this.party === 'author' ? this.row.owner : this.row.author;
  }

  /** The two organizations by their sides. */
  get pair(): Pair {
    const { author, owner, listing } = this.row;
    return listing.side === 'EMPLOYER'
      ? { employerId: owner.id, educationId: author.id }
      : { employerId: author.id, educationId: owner.id };
  }

  /** The standing facts for the guards (domain.md §4.7). */
  get facts(): ListingResponseFacts {
    return { listingStatus: this.row.listingStatus ?? 'DELETED' };
  }

  /** What its lifecycle is judged on. */
  get movable(): Movable<ListingResponseStatus, ListingResponseAction, ListingResponseFacts> {
    return {
      table: LISTING_RESPONSE_TRANSITIONS,
      status: this.row.status,
      party: this.party,
      permissions: this.actor.permissions,
      version: this.row.version,
      guardTexts: LISTING_RESPONSE_GUARD_TEXTS,
      missing: () => [],
    };
  }
}

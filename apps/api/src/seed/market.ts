import type { ListingResponseStatus, ListingStatus, PracticePlaces } from '@praktika/contracts';
import type { DemoOrganizationKey } from '../modules/organizations/seed/index.js';
import { DEMO_NEEDS } from './market-needs.js';
import { DEMO_PLACES } from './market-places.js';

/** A response to a demo listing, and what came of it. */
export interface DemoResponse {
  readonly by: DemoOrganizationKey;
  readonly seats: number;
  readonly message: string;
  readonly ends: ListingResponseStatus;
  /** Of a rejection. */
  readonly reason?: string;
}

/** A listing of the demo. Its organization has no other of the same profession. */
export interface DemoListing {
  readonly by: DemoOrganizationKey;
  readonly ends: ListingStatus;
  readonly terms: PracticePlaces & { readonly profession: string };
  /** The profession stands in the directory, in its area. */
  readonly directory?: true;
  /** Days from now to the first day, and the length. */
  readonly begins: number;
  readonly days: number;
  /** Days since it was published. */
  readonly age: number;
  readonly responses?: readonly DemoResponse[];
}

/** Every listing of the demo: both sides, every status. */
export const MARKET: readonly DemoListing[] = [...DEMO_PLACES, ...DEMO_NEEDS];

import type { ApplicationType, Supervisor } from '../terms/blocks.js';
import type { TermsConflict } from '../terms/conflicts.js';
import { placesConflicts } from '../terms/places.js';
import type { ListingTerms } from '../listings/terms.js';

/** What a response says: how many of the places, when, and whom to ask. Dates `YYYY-MM-DD`, both included. */
export interface ListingResponseTerms {
  applicationType: ApplicationType;
  seats: number;
  from: string;
  to: string;
  message?: string;
  contact: Supervisor;
}

/**
 * What in a response contradicts itself or the listing it answers: pointers relative to its terms.
 *
 * @param today date `YYYY-MM-DD` where the responding organization is
 */
export function responseConflicts(
  terms: ListingResponseTerms,
  listing: ListingTerms,
  today: string,
): TermsConflict[] {
  const itself = placesConflicts(terms);
  if (itself.length > 0) return itself;
  const conflicts: TermsConflict[] = [];
  if (listing.seats !== undefined && terms.seats > listing.seats) {
    conflicts.push({ pointer: '/seats', code: 'more_than_listed' });
  }
  if (listing.from !== undefined && terms.to < listing.from) {
    conflicts.push({ pointer: '/to', code: 'outside_listing_period' });
  }
  if (listing.to !== undefined && terms.from > listing.to) {
    conflicts.push({ pointer: '/from', code: 'outside_listing_period' });
  }
  if (terms.to < today) conflicts.push({ pointer: '/to', code: 'in_the_past' });
  return conflicts;
}

/** A response as the bell and its card name it. */
export const responseTitle = (listing: string): string => `Отклик на заявку «${listing}»`;

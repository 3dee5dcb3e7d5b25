import type { ListingContacts, ListingTerms } from '@praktika/contracts';
import type { Listing, ListingDraft } from '../../../app/api/models.js';
import { filled, placesFieldsOf, placesOf, type PlacesFields } from '../../../app/practice/places-fields.js';

/** What the form of a listing shows; empty texts are what was not filled. */
export interface ListingFields extends PlacesFields {
  /** None for a profession typed by hand. */
  professionId: string | null;
  contacts: { person: string; phone: string; email: string };
}

/** The form of a new listing, or of one as it was saved. */
export function fieldsOf(listing?: Pick<Listing, 'terms' | 'contacts'>): ListingFields {
  const { person = '', phone = '', email = '' } = listing?.contacts ?? {};
  return {
    ...placesFieldsOf(listing?.terms),
    professionId: listing?.terms.professionId ?? null,
    contacts: { person, phone, email },
  };
}

interface ListingContent extends ListingDraft {
  terms: ListingTerms;
  contacts: ListingContacts;
}

/** The form as the API takes it. */
export function contentOf({ contacts, professionId, ...places }: ListingFields): ListingContent {
  return {
    terms: { ...placesOf(places), ...(professionId ? { professionId } : {}) },
    contacts: filled({
      person: contacts.person.trim(),
      phone: contacts.phone.trim(),
      email: contacts.email.trim(),
    }),
  };
}

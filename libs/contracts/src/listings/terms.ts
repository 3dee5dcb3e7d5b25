import { APPLICATION_TYPE_LABELS } from '../terms/blocks.js';
import { Missing } from '../terms/missing.js';
import type { PracticePlaces } from '../terms/places.js';

/** What a listing says: places an employer offers or an educational organization needs. Dates `YYYY-MM-DD`. */
export interface ListingTerms extends PracticePlaces {
  /** The profession of the directory that `profession` names; none for one typed by hand. */
  professionId?: string;
}

/** Whom to ask, shown by «Показать контакты» to who is signed in. */
export interface ListingContacts {
  person?: string;
  phone?: string;
  email?: string;
}

/** JSON pointers of what a listing still lacks before it may be published (domain.md §5). */
export function missingOfListing(terms: ListingTerms, contacts: ListingContacts): string[] {
  return new Missing()
    .need('/terms/applicationType', terms.applicationType)
    .need('/terms/areaCode', terms.areaCode)
    .need('/terms/profession', terms.profession)
    .need('/terms/regionCode', terms.regionCode)
    .need('/terms/seats', terms.seats)
    .need('/terms/from', terms.from)
    .need('/terms/to', terms.to)
    .need('/contacts/person', contacts.person)
    .need('/contacts/phone', contacts.phone || contacts.email).pointers;
}

/** A listing as lists and letters name it: by the profession it is about. */
export function listingTitle({ profession, specialtyName, applicationType }: ListingTerms): string {
  return (
    profession ||
    specialtyName ||
    (applicationType ? APPLICATION_TYPE_LABELS[applicationType] : 'Заявка без названия')
  );
}

import type { DocumentSide } from '@praktika/contracts';
import type { DocumentCard } from '../../../app/api/models.js';

type PartyFacts = Pick<DocumentCard, 'direction' | 'authorSide'>;

/** Whether the organization that looks made the document or received it. */
export function partyOf(document: PartyFacts): 'author' | 'recipient' {
  return document.direction === 'OUTGOING' ? 'author' : 'recipient';
}

/** The side of the other party: whom one waits for. */
export function otherSideOf(document: PartyFacts): DocumentSide {
  const recipientSide = document.authorSide === 'EMPLOYER' ? 'EDUCATION' : 'EMPLOYER';
  return partyOf(document) === 'author' ? recipientSide : document.authorSide;
}

/** The other party of the document. */
export function counterpartOf(document: DocumentCard) {
  return otherSideOf(document) === 'EMPLOYER' ? document.employer : document.educationOrganization;
}

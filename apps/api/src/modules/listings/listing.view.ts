import {
  APPLICATION_TYPE_LABELS,
  EDUCATION_LEVEL_LABELS,
  LISTING_ACTION_LABELS,
  LISTING_GUARD_TEXTS,
  LISTING_RESPONSE_STATUS_LABELS,
  LISTING_STATUS_LABELS,
  offeredActions,
  type ListingStatus,
} from '@praktika/contracts';
import type { PartyDto } from '../documents/index.js';
import { PROFESSIONAL_AREAS, REGIONS } from '../reference-data/index.js';
import type { ListingActionDto, ListingDto, ListingRowDto, PublicListingDto } from './dto/listing.dto.js';
import type { ListingCard } from './engine/listing-store.js';
import type { VisibleListing } from './engine/visible-listing.js';
import type { ListingCardRow, ListingOrganization, ListingSummaryRow } from './listings.queries.js';

const nameOf = (list: readonly { code: string; name: string }[]) => {
  const names = new Map(list.map(({ code, name }) => [code, name]));
  return (code: string | undefined) => names.get(code ?? '') ?? null;
};

const areaName = nameOf(PROFESSIONAL_AREAS);
const regionName = nameOf(REGIONS);

const summaryOf = ({ id, number, title, side, terms, publishedAt }: ListingSummaryRow) => ({
  id,
  number,
  title,
  side,
  type: terms.applicationType ?? null,
  typeLabel: terms.applicationType ? APPLICATION_TYPE_LABELS[terms.applicationType] : null,
  areaName: areaName(terms.areaCode),
  regionName: regionName(terms.regionCode),
  levelLabel: terms.level ? EDUCATION_LEVEL_LABELS[terms.level] : null,
  terms,
  publishedAt,
});

/** An organization as cards name it. */
export const partyOf = ({ id, fullName, shortName, inn, ogrn }: ListingOrganization): PartyDto => ({
  id,
  name: shortName ?? fullName,
  fullName,
  inn,
  ogrn,
});

/** The buttons of a card or a row for one caller, in the table's order, each with the reason it is disabled for. */
function actionsOf({ movable, facts }: VisibleListing): ListingActionDto[] {
  return offeredActions(movable.table, movable, facts).map((offered) => ({
    ...offered,
    label: LISTING_ACTION_LABELS[offered.action],
    ...(offered.reason && { reasonText: LISTING_GUARD_TEXTS[offered.reason] }),
  }));
}

/** A row of a list. */
export function rowOf(listing: VisibleListing): ListingRowDto {
  const { row, party } = listing;
  // what is deleted never gets here
  const status = row.status as ListingStatus;
  return {
    ...summaryOf(row),
    status,
    statusLabel: LISTING_STATUS_LABELS[status],
    own: party === 'author',
    organization: partyOf(row.organization),
    openResponses: listing.tellsResponses ? row.openResponses : 0,
    updatedAt: row.updatedAt,
    version: row.version,
    availableActions: actionsOf(listing),
  };
}

/** The card. Contacts of somebody else's are asked for apart. */
export function cardOf(listing: ListingCard): ListingDto {
  const { row, party } = listing;
  const own = party === 'author';
  return {
    ...rowOf(listing),
    contacts: own ? row.contacts : null,
    missing: own ? [...row.missing] : [],
    ownResponse: listing.tellsResponses ? ownResponseOf(row) : null,
    unpublishedAt: own ? row.unpublishedAt : null,
    createdAt: row.createdAt,
  };
}

const ownResponseOf = ({ ownResponse }: ListingCardRow) =>
  ownResponse && { ...ownResponse, statusLabel: LISTING_RESPONSE_STATUS_LABELS[ownResponse.status] };

/** What anybody reads of a published place. */
export function publicOf(row: ListingSummaryRow): PublicListingDto {
  const { id, name, fullName } = partyOf(row.organization);
  return { ...summaryOf(row), organization: { id, name, fullName } };
}

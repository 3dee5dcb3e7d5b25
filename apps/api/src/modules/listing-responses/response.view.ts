import {
  applicationTitle,
  LISTING_RESPONSE_ACTION_LABELS,
  LISTING_RESPONSE_GUARD_TEXTS,
  LISTING_RESPONSE_STATUS_LABELS,
  offeredActions,
  responseTitle,
  type ListingResponseAction,
  type ListingResponseHistoryType,
  type ListingResponseStatus,
} from '@praktika/contracts';
import type { HistoryEntryDto } from '../documents/index.js';
import { partyOf } from '../listings/index.js';
import type { ListingResponseDto, ListingResponseRowDto } from './dto/response.dto.js';
import type { VisibleResponse } from './engine/visible-response.js';

/** A row of «Отклики». */
export function rowOf({ row, party, partner, movable, facts }: VisibleResponse): ListingResponseRowDto {
  const { title, number, terms } = row.listing;
  return {
    id: row.id,
    title: responseTitle(title),
    status: row.status,
    statusLabel: LISTING_RESPONSE_STATUS_LABELS[row.status],
    direction: party === 'author' ? 'OUTGOING' : 'INCOMING',
    partner: partyOf(partner),
    listing: { id: row.listingId, number, title, terms },
    seats: row.terms.seats,
    from: row.terms.from,
    to: row.terms.to,
    sentAt: row.sentAt,
    updatedAt: row.updatedAt,
    version: row.version,
    availableActions: offeredActions(movable.table, movable, facts).map((offered) => ({
      ...offered,
      label: LISTING_RESPONSE_ACTION_LABELS[offered.action],
      ...(offered.reason && { reasonText: LISTING_RESPONSE_GUARD_TEXTS[offered.reason] }),
    })),
  };
}

/** The card. */
export function cardOf(response: VisibleResponse): ListingResponseDto {
  const { row } = response;
  return {
    ...rowOf(response),
    terms: row.terms,
    listingVisible: row.listingStatus !== null,
    responsible: row.responsible,
    lastReason: row.lastReason,
    application: row.application && {
      id: row.application.id,
      title: applicationTitle('PRACTICE', row.application.number),
    },
    decidedAt: row.decidedAt,
  };
}

/** A history row as stored. */
export interface ResponseHistoryRow {
  readonly id: string;
  readonly at: string;
  readonly type: ListingResponseHistoryType;
  readonly from: ListingResponseStatus | null;
  readonly to: ListingResponseStatus | null;
  readonly reason: string | null;
  readonly personName: string | null;
  readonly organizationName: string | null;
  readonly viaToken: boolean;
  readonly payload: { readonly action?: ListingResponseAction } & Record<string, unknown>;
}

/** A line of the timeline: what happened, in the words of the buttons. */
export function historyLineOf(row: ResponseHistoryRow): HistoryEntryDto {
  const { action } = row.payload;
  return {
    ...row,
    label: action ? LISTING_RESPONSE_ACTION_LABELS[action] : 'Отправлен',
    action: action ?? null,
    fromLabel: row.from && LISTING_RESPONSE_STATUS_LABELS[row.from],
    toLabel: row.to && LISTING_RESPONSE_STATUS_LABELS[row.to],
  };
}

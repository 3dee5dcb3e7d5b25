import {
  LISTING_ACTION_LABELS,
  LISTING_STATUS_LABELS,
  type ListingAction,
  type ListingHistoryType,
  type ListingStatus,
} from '@praktika/contracts';
import type { HistoryEntryDto } from '../documents/index.js';

/** A history row as stored. */
export interface ListingHistoryRow {
  readonly id: string;
  readonly at: string;
  readonly type: ListingHistoryType;
  readonly from: ListingStatus | null;
  readonly to: ListingStatus | null;
  readonly reason: string | null;
  readonly personName: string | null;
  readonly organizationName: string | null;
  readonly viaToken: boolean;
  readonly payload: { readonly action?: ListingAction } & Record<string, unknown>;
}

const LABELS: Readonly<Record<Exclude<ListingHistoryType, 'transition'>, string>> = {
  created: 'Создана',
  updated: 'Изменена',
  expired: 'Снята с публикации: срок закончился',
};

/** A line of the timeline: what happened, in the words of the buttons. */
export function historyLineOf(row: ListingHistoryRow): HistoryEntryDto {
  const { action } = row.payload;
  return {
    ...row,
    label: action ? LISTING_ACTION_LABELS[action] : LABELS[row.type as keyof typeof LABELS],
    action: action ?? null,
    fromLabel: row.from && LISTING_STATUS_LABELS[row.from],
    toLabel: row.to && (LISTING_STATUS_LABELS[row.to] ?? null),
  };
}

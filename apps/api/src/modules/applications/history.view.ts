import {
  APPLICATION_ACTION_LABELS,
  APPLICATION_STATUS_LABELS,
  type ApplicationAction,
  type ApplicationStatus,
} from '@praktika/contracts';
import type { HistoryEntryDto } from '../documents/index.js';

/** A history row as stored. */
export interface HistoryRow {
  readonly id: string;
  readonly at: string;
  readonly type: string;
  readonly from: ApplicationStatus | null;
  readonly to: ApplicationStatus | null;
  readonly reason: string | null;
  readonly personName: string | null;
  readonly organizationName: string | null;
  readonly viaToken: boolean;
  readonly payload: { readonly action?: ApplicationAction } & Record<string, unknown>;
}

const LABELS: Readonly<Record<string, string>> = { created: 'Создана', updated: 'Изменена' };

/** A line of the timeline: what happened, in the words of the buttons. */
export function historyLineOf(row: HistoryRow): HistoryEntryDto {
  const { action } = row.payload;
  return {
    ...row,
    label: action ? APPLICATION_ACTION_LABELS[action] : (LABELS[row.type] ?? row.type),
    action: action ?? null,
    fromLabel: row.from && APPLICATION_STATUS_LABELS[row.from],
    toLabel: row.to && (APPLICATION_STATUS_LABELS[row.to] ?? null),
  };
}

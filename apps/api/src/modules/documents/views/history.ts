import {
  actionLabel,
  DOCUMENT_STATUS_LABELS,
  type DocumentAction,
  type DocumentStatus,
} from '@praktika/contracts';
import type { HistoryEntryDto } from '../dto/history.dto.js';

/** A history row as stored. */
export interface HistoryRow {
  readonly id: string;
  readonly at: string;
  readonly type: string;
  readonly from: DocumentStatus | null;
  readonly to: DocumentStatus | null;
  readonly reason: string | null;
  readonly personName: string | null;
  readonly organizationName: string | null;
  readonly viaToken: boolean;
  readonly payload: { readonly action?: DocumentAction } & Record<string, unknown>;
}

const LABELS: Readonly<Record<string, string>> = { created: 'Создан', updated: 'Изменён' };

/** A line of the timeline: what happened, in the words of the buttons. */
export function historyEntryOf(row: HistoryRow, kind: string): HistoryEntryDto {
  const { action } = row.payload;
  return {
    id: row.id,
    at: row.at,
    type: row.type,
    label: action ? actionLabel(kind, action) : (LABELS[row.type] ?? row.type),
    action: action ?? null,
    from: row.from,
    fromLabel: row.from && DOCUMENT_STATUS_LABELS[row.from],
    to: row.to,
    toLabel: row.to && (DOCUMENT_STATUS_LABELS[row.to] ?? null),
    reason: row.reason,
    personName: row.personName,
    organizationName: row.organizationName,
    viaToken: row.viaToken,
    payload: row.payload,
  };
}

import type { DocumentAction } from './actions.js';

/** What a document's history can tell. Each type has one payload shape, frozen once stored. */
export interface DocumentHistoryPayloads {
  /** The author created the draft. */
  created: { kind: string };
  /** Autosaves of one person within ten minutes coalesce into one entry (domain.md §8.7). */
  updated: { fields: string[] };
  /** A transition of the lifecycle; `from`, `to`, `reason` stand in columns of the entry. */
  transition: {
    action: DocumentAction;
    revisionNumber?: number;
    fileSha256?: string;
    fileName?: string;
    responsible?: string;
    seats?: number;
    comment?: string;
    closeMode?: 'WITHOUT_AGREEMENT' | 'WITH_AGREEMENT';
  };
  /** A signature was accepted; the certificate's owner and the verdict at receipt. */
  signed: {
    action: 'sign';
    revisionNumber: number;
    signatureId: string;
    fileSha256: string;
    certificateOwner: string;
    certificateSerial: string;
  };
}

export type DocumentHistoryType = keyof DocumentHistoryPayloads;

/** Which entries the other party may read too: drafts and their edits are the author's own. */
export const SHARED_HISTORY_TYPES: readonly DocumentHistoryType[] = ['transition', 'signed'];

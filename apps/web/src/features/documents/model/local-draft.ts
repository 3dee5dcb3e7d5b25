import type { ContractFields } from './contract-fields.js';

/** Work that the server does not have yet, kept in this browser. */
export interface LocalDraft {
  /** Version of the stored draft it was typed over; null for a draft that was never stored. */
  version: number | null;
  at: string;
  fields: ContractFields;
}

function keyOf(organizationId: string, documentId: string | null): string {
  return `praktika.draft.${organizationId}.${documentId ?? 'new'}`;
}

export function readLocalDraft(organizationId: string, documentId: string | null): LocalDraft | null {
  try {
    const text = localStorage.getItem(keyOf(organizationId, documentId));
    return text ? (JSON.parse(text) as LocalDraft) : null;
  } catch {
    return null;
  }
}

export function writeLocalDraft(organizationId: string, documentId: string | null, draft: LocalDraft): void {
  try {
    localStorage.setItem(keyOf(organizationId, documentId), JSON.stringify(draft));
  } catch {
    // A full or forbidden storage leaves the server's copy as the only one.
  }
}

export function forgetLocalDraft(organizationId: string, documentId: string | null): void {
  try {
    localStorage.removeItem(keyOf(organizationId, documentId));
  } catch {
    // Nothing was stored then.
  }
}

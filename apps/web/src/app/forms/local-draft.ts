/** Work that the server does not have yet, kept in this browser. */
export interface LocalDraft<Fields> {
  /** Version of the stored draft it was typed over; null for a draft that was never stored. */
  version: number | null;
  at: string;
  fields: Fields;
}

/** @param key id of the document, or what distinguishes a new draft */
function keyOf(organizationId: string, key: string): string {
  return `praktika.draft.${organizationId}.${key}`;
}

export function readLocalDraft<Fields>(organizationId: string, key: string): LocalDraft<Fields> | null {
  try {
    const text = localStorage.getItem(keyOf(organizationId, key));
    return text ? (JSON.parse(text) as LocalDraft<Fields>) : null;
  } catch {
    return null;
  }
}

export function writeLocalDraft(organizationId: string, key: string, draft: LocalDraft<object>): void {
  try {
    localStorage.setItem(keyOf(organizationId, key), JSON.stringify(draft));
  } catch {
    // A full or forbidden storage leaves the server's copy as the only one.
  }
}

export function forgetLocalDraft(organizationId: string, key: string): void {
  try {
    localStorage.removeItem(keyOf(organizationId, key));
  } catch {
    // Nothing was stored then.
  }
}

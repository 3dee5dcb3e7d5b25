import type { DomainEvent } from './event.js';

/** A signal on `praktika_live`: ids and versions only, whatever happened (domain.md §8.14). */
export interface LiveSignal {
  readonly organizationIds: readonly string[];
  /** Only this person's counters have changed: they read something. */
  readonly personId?: string;
  readonly document?: { readonly id: string; readonly version: number };
}

/** Organizations one signal names at most: PostgreSQL carries 8,000 bytes. */
export const ORGANIZATIONS_PER_SIGNAL = 150;

/** The signal of a handled event. */
export function liveSignal(event: DomainEvent): string {
  const version = event.after?.['version'];
  const signal: LiveSignal = {
    organizationIds: event.organizationIds,
    ...(event.objectType === 'document' &&
      typeof version === 'number' && { document: { id: event.objectId, version } }),
  };
  return JSON.stringify(signal);
}

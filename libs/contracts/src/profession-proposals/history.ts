import type { ProposalAction } from './actions.js';

/** What a proposal's history can tell. Each type has one payload shape, frozen once stored. */
export interface ProposalHistoryPayloads {
  created: Record<string, never>;
  /** Autosaves of one person within ten minutes coalesce into one entry (domain.md §8.7). */
  updated: { fields: string[] };
  /** A transition of the lifecycle; `from`, `to`, `reason` stand in columns of the entry. */
  transition: { action: ProposalAction; professionId?: string };
}

export type ProposalHistoryType = keyof ProposalHistoryPayloads;

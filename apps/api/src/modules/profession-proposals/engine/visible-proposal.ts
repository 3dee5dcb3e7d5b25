import {
  PROPOSAL_GUARD_TEXTS,
  PROPOSAL_TRANSITIONS,
  type Party,
  type ProposalAction,
  type ProposalFacts,
  type ProposalState,
} from '@praktika/contracts';
import type { Actor } from '../../../core/access/index.js';
import type { Movable } from '../../../core/lifecycle/index.js';
import type { ProposalRow } from '../proposals.queries.js';

/** A proposal as one actor sees it: its author, or the moderator as the one who answers. */
export class VisibleProposal {
  readonly party: Party;

  constructor(
    readonly row: ProposalRow,
    readonly actor: Actor,
  ) {
    this.party = row.author.id === actor.organizationId ? 'author' : 'recipient';
  }

  /** The standing facts for the guards (domain.md §4.8). */
  get facts(): ProposalFacts {
    return { missing: this.row.missing };
  }

  /** What its lifecycle is judged on. */
  get movable(): Movable<ProposalState, ProposalAction, ProposalFacts> {
    return {
      table: PROPOSAL_TRANSITIONS,
      status: this.row.status,
      party: this.party,
      permissions: this.actor.permissions,
      version: this.row.version,
      guardTexts: PROPOSAL_GUARD_TEXTS,
      missing: () =>
        this.row.missing.map((pointer) => ({ pointer, code: 'required', detail: 'Заполните поле.' })),
    };
  }
}

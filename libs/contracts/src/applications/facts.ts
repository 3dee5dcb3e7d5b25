import type { OrganizationSide } from '../organizations/index.js';

/** What the guards of an application's lifecycle look at. */
export interface ApplicationFacts {
  /** JSON pointers of what the draft still lacks, the file or the wish for a draft contract included. */
  readonly missing: readonly string[];
  /** Side of the organization that looks. */
  readonly side: OrganizationSide;
  /** The partnership of the two organizations is active. */
  readonly partnershipActive: boolean;
  /** Another application for partnership between the two is under consideration. */
  readonly anotherOpen: boolean;
  /** A contract has been drafted from this application and is alive. */
  readonly contractDrafted: boolean;
  /** The recipient signs in here: somebody can answer. */
  readonly recipientActs: boolean;
  /** Input: the reason typed into the modal, trimmed. */
  readonly reason?: string;
}

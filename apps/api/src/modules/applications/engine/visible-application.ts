import {
  APPLICATION_GUARD_TEXTS,
  APPLICATION_TRANSITIONS,
  type ApplicationAction,
  type ApplicationFacts,
  type ApplicationState,
  type FieldError,
  type Party,
} from '@praktika/contracts';
import type { Actor } from '../../../core/access/index.js';
import type { Movable } from '../../../core/lifecycle/index.js';
import type { ApplicationParty, ApplicationRow } from '../applications.queries.js';

const REQUIRED: Readonly<Record<string, Omit<FieldError, 'pointer'>>> = {
  '/expectsDraftContract': {
    code: 'file_or_draft',
    detail: 'Приложите файл или отметьте, что ждёте проект договора от образовательной организации.',
  },
};

/** An application as one actor sees it, with the answers the rules ask for. */
export class VisibleApplication {
  readonly party: Party;

  constructor(
    readonly row: ApplicationRow,
    readonly actor: Actor,
  ) {
    this.party = row.author.id === actor.organizationId ? 'author' : 'recipient';
  }

  /** The other organization. */
  get partner(): ApplicationParty {
    return this.party === 'author' ? this.row.recipient : this.row.author;
  }

  /** The standing facts for the guards (domain.md §4.5–4.6). */
  get facts(): ApplicationFacts {
    const { missing, partnershipActive, anotherOpen, contractDrafted, recipientActs } = this.row;
    return { missing, partnershipActive, anotherOpen, contractDrafted, recipientActs, side: this.actor.side };
  }

  /** What its lifecycle is judged on. */
  get movable(): Movable<ApplicationState, ApplicationAction, ApplicationFacts> {
    return {
      table: APPLICATION_TRANSITIONS[this.row.kind],
      status: this.row.status,
      party: this.party,
      permissions: this.actor.permissions,
      version: this.row.version,
      guardTexts: APPLICATION_GUARD_TEXTS,
      missing: () =>
        this.row.missing.map((pointer) => ({
          pointer,
          ...(REQUIRED[pointer] ?? { code: 'required', detail: 'Заполните поле.' }),
        })),
    };
  }
}

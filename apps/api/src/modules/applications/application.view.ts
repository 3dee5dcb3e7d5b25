import {
  APPLICATION_ACTION_LABELS,
  APPLICATION_GUARD_TEXTS,
  APPLICATION_KIND_LABELS,
  APPLICATION_STATUS_LABELS,
  applicationTitle,
  DOCUMENT_KIND_LABELS,
  DOCUMENT_STATUS_LABELS,
  offeredActions,
  responseTitle,
  type ApplicationAction,
  type ApplicationStatus,
  type DocumentKind,
} from '@praktika/contracts';
import type { PartyDto } from '../documents/index.js';
import type { ApplicationParty, DraftedContract } from './applications.queries.js';
import type {
  ApplicationActionDto,
  ApplicationDto,
  ApplicationRowDto,
  ContractProposalDto,
} from './dto/application.dto.js';
import type { VisibleApplication } from './engine/visible-application.js';

/** What «Составить договор» would make: under a framework contract an annex to it. */
export interface ContractProposal {
  readonly kind: DocumentKind;
  readonly parent?: { readonly id: string; readonly title: string };
}

const partyOf = ({ id, fullName, shortName, inn, ogrn }: ApplicationParty): PartyDto => ({
  id,
  name: shortName ?? fullName,
  fullName,
  inn,
  ogrn,
});

/** The buttons of a card or a row for one caller, in the table's order, each with the reason it is disabled for. */
function actionsOf({ movable, facts }: VisibleApplication): ApplicationActionDto[] {
  return offeredActions(movable.table, movable, facts).map((offered) => ({
    ...offered,
    label: APPLICATION_ACTION_LABELS[offered.action],
    ...(offered.reason && { reasonText: APPLICATION_GUARD_TEXTS[offered.reason] }),
  }));
}

/** A row of «Заявки». */
export function rowOf(application: VisibleApplication): ApplicationRowDto {
  const { row, party, partner } = application;
  // what is deleted never gets here
  const status = row.status as ApplicationStatus;
  return {
    id: row.id,
    kind: row.kind,
    kindLabel: APPLICATION_KIND_LABELS[row.kind],
    number: row.number,
    title: applicationTitle(row.kind, row.number),
    status,
    statusLabel: APPLICATION_STATUS_LABELS[status],
    direction: party === 'author' ? 'OUTGOING' : 'INCOMING',
    partner: partyOf(partner),
    sentAt: row.sentAt,
    updatedAt: row.updatedAt,
    version: row.version,
    availableActions: actionsOf(application),
  };
}

/** The card. */
export function applicationOf(
  application: VisibleApplication,
  contracts: readonly DraftedContract[],
  proposal: ContractProposal | undefined,
): ApplicationDto {
  const { row, party } = application;
  return {
    ...rowOf(application),
    author: partyOf(row.author),
    recipient: partyOf(row.recipient),
    terms: row.terms,
    missing: party === 'author' ? [...row.missing] : [],
    expectsDraftContract: row.expectsDraftContract,
    file: row.file,
    responsible: row.responsible,
    lastReason: row.lastReason,
    contracts: contracts.map((contract) => ({
      ...contract,
      statusLabel: DOCUMENT_STATUS_LABELS[contract.status],
    })),
    contractProposal: proposal ? proposalOf(proposal) : null,
    response: row.response && { ...row.response, title: responseTitle(row.response.title) },
    decidedAt: row.decidedAt,
    createdAt: row.createdAt,
  };
}

const proposalOf = ({ kind, parent }: ContractProposal): ContractProposalDto => ({
  kind,
  kindLabel: DOCUMENT_KIND_LABELS[kind],
  parentId: parent?.id ?? null,
  parentTitle: parent?.title ?? null,
});

/** Does the card offer this action, enabled or not? */
export const offers = (application: VisibleApplication, action: ApplicationAction): boolean =>
  actionsOf(application).some((offered) => offered.action === action);

import {
  offeredActions,
  PROPOSAL_ACTION_LABELS,
  PROPOSAL_GUARD_TEXTS,
  PROPOSAL_STATUS_LABELS,
  type ProposalStatus,
} from '@praktika/contracts';
import type { HistoryEntryDto } from '../documents/index.js';
import type { NamedSpecialtyDto } from '../professions/index.js';
import type { ProposalActionDto, ProposalDto, ProposalRowDto } from './dto/proposal.dto.js';
import type { VisibleProposal } from './engine/visible-proposal.js';
import type { ProposalHistoryRow } from './proposals.queries.js';

/** The buttons of a card or a row for one caller, in the table's order, each with the reason it is disabled for. */
function actionsOf({ movable, facts }: VisibleProposal): ProposalActionDto[] {
  return offeredActions(movable.table, movable, facts).map((offered) => ({
    ...offered,
    label: PROPOSAL_ACTION_LABELS[offered.action],
    ...(offered.reason && { reasonText: PROPOSAL_GUARD_TEXTS[offered.reason] }),
  }));
}

export function rowOf(proposal: VisibleProposal): ProposalRowDto {
  const { row } = proposal;
  // what is deleted never gets here
  const status = row.status as ProposalStatus;
  const { id, fullName, shortName, inn, ogrn } = row.author;
  return {
    id: row.id,
    name: row.name,
    areaCode: row.areaCode,
    areaName: row.areaName,
    specialtyCodes: [...row.specialtyCodes],
    status,
    statusLabel: PROPOSAL_STATUS_LABELS[status],
    author: { id, name: shortName ?? fullName, fullName, inn, ogrn },
    submittedAt: row.submittedAt,
    updatedAt: row.updatedAt,
    version: row.version,
    availableActions: actionsOf(proposal),
  };
}

/** The card; the reason of an earlier rejection is shown until the proposal is sent again. */
export function proposalOf(
  proposal: VisibleProposal,
  specialties: NamedSpecialtyDto[],
  history: readonly ProposalHistoryRow[],
): ProposalDto {
  const { row, party } = proposal;
  return {
    ...rowOf(proposal),
    specialties,
    description: row.description,
    duties: row.duties,
    missing: party === 'author' ? [...row.missing] : [],
    lastReason: row.status === 'REJECTED' || row.status === 'DRAFT' ? row.lastReason : null,
    profession: row.profession,
    decidedAt: row.decidedAt,
    createdAt: row.createdAt,
    history: history.map(historyLineOf),
  };
}

const LABELS: Readonly<Record<string, string>> = { created: 'Создано', updated: 'Изменено' };

/** A line of the timeline: what happened, in the words of the buttons. */
function historyLineOf(row: ProposalHistoryRow): HistoryEntryDto {
  const { action } = row.payload;
  return {
    ...row,
    label: action ? PROPOSAL_ACTION_LABELS[action] : (LABELS[row.type] ?? row.type),
    action: action ?? null,
    fromLabel: row.from && (PROPOSAL_STATUS_LABELS[row.from] ?? null),
    toLabel: row.to && (PROPOSAL_STATUS_LABELS[row.to] ?? null),
  };
}

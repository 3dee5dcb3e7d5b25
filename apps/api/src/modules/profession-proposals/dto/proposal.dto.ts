import { ApiProperty } from '@nestjs/swagger';
import {
  PROPOSAL_ACTIONS,
  PROPOSAL_STATUSES,
  type ProposalAction,
  type ProposalStatus,
} from '@praktika/contracts';
import { HistoryEntryDto, PartyDto } from '../../documents/index.js';
import { NamedSpecialtyDto } from '../../professions/index.js';

/** An action as offered to the caller. */
export class ProposalActionDto {
  @ApiProperty({ enum: PROPOSAL_ACTIONS, enumName: 'ProposalAction' })
  action: ProposalAction;
  @ApiProperty({ example: 'Отправить предложение' })
  label: string;
  @ApiProperty()
  enabled: boolean;
  @ApiProperty({ required: false, description: 'Код условия, которое не выполнено' })
  reason?: string;
  @ApiProperty({ required: false, description: 'То же словами' })
  reasonText?: string;
}

/** Why it was rejected. */
export class ProposalReasonDto {
  @ApiProperty()
  text: string;
  @ApiProperty({ type: String, nullable: true })
  byName: string | null;
  @ApiProperty({ format: 'date-time' })
  at: string;
}

/** What an approved proposal has become. */
export class ApprovedProfessionDto {
  @ApiProperty({ format: 'uuid' })
  id: string;
  @ApiProperty()
  name: string;
}

/** A line of «Предложенные профессии» or of the moderator's queue. */
export class ProposalRowDto {
  @ApiProperty({ format: 'uuid' })
  id: string;
  @ApiProperty({ description: 'Название профессии; у черновика может быть пустым' })
  name: string;
  @ApiProperty({ type: String, nullable: true, example: '06' })
  areaCode: string | null;
  @ApiProperty({ type: String, nullable: true })
  areaName: string | null;
  @ApiProperty({ type: [String], description: 'Коды ФГОС' })
  specialtyCodes: string[];
  @ApiProperty({ enum: PROPOSAL_STATUSES, enumName: 'ProposalStatus' })
  status: ProposalStatus;
  @ApiProperty({ example: 'Ожидает модерации' })
  statusLabel: string;
  @ApiProperty({ type: PartyDto, description: 'Кто предлагает' })
  author: PartyDto;
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  submittedAt: string | null;
  @ApiProperty({ format: 'date-time' })
  updatedAt: string;
  @ApiProperty({ description: 'Версия для If-Match' })
  version: number;
  @ApiProperty({ type: [ProposalActionDto] })
  availableActions: ProposalActionDto[];
}

/** The card of a proposal, its timeline included. */
export class ProposalDto extends ProposalRowDto {
  @ApiProperty({ type: [NamedSpecialtyDto] })
  specialties: NamedSpecialtyDto[];
  @ApiProperty({ type: String, nullable: true })
  description: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'Обязанности' })
  duties: string | null;
  @ApiProperty({ type: [String], description: 'Указатели полей, без которых предложение не отправить' })
  missing: string[];
  @ApiProperty({ type: ProposalReasonDto, nullable: true, description: 'Причина последнего отклонения' })
  lastReason: ProposalReasonDto | null;
  @ApiProperty({ type: ApprovedProfessionDto, nullable: true })
  profession: ApprovedProfessionDto | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  decidedAt: string | null;
  @ApiProperty({ format: 'date-time' })
  createdAt: string;
  @ApiProperty({ type: [HistoryEntryDto] })
  history: HistoryEntryDto[];
}

export class ProposalsPageDto {
  @ApiProperty({ type: [ProposalRowDto] })
  items: ProposalRowDto[];
  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}

/** How many wait for moderation: above the limit «не меньше». */
export class PendingCountDto {
  @ApiProperty({ example: 3 })
  value: number;
  @ApiProperty({ enum: ['eq', 'gte'] })
  relation: 'eq' | 'gte';
}

export class ModeratedProposalsPageDto extends ProposalsPageDto {
  @ApiProperty({ type: PendingCountDto, description: 'Сколько всего ожидает модерации' })
  pending: PendingCountDto;
}

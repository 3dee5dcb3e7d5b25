import { ApiProperty, getSchemaPath, ApiExtraModels } from '@nestjs/swagger';
import {
  APPLICATION_ACTIONS,
  APPLICATION_KINDS,
  APPLICATION_STATUSES,
  DIRECTIONS,
  DOCUMENT_KINDS,
  DOCUMENT_STATUSES,
  type ApplicationAction,
  type ApplicationKind,
  type ApplicationStatus,
  type ApplicationTerms,
  type Direction,
  type DocumentKind,
  type DocumentStatus,
} from '@praktika/contracts';
import { OmitType } from '@nestjs/swagger';
import { DocumentFileDto, HistoryEntryDto, PartyDto } from '../../documents/index.js';
import { ResponsibleDto } from '../../employees/index.js';
import { PartnershipTermsDto, PracticeTermsInputDto } from './application-input.dto.js';

/** An action as offered to the caller. */
export class ApplicationActionDto {
  @ApiProperty({ enum: APPLICATION_ACTIONS, enumName: 'ApplicationAction' })
  action: ApplicationAction;
  @ApiProperty({ example: 'Принять' })
  label: string;
  @ApiProperty()
  enabled: boolean;
  @ApiProperty({ required: false, description: 'Код условия, которое не выполнено' })
  reason?: string;
  @ApiProperty({ required: false, description: 'То же словами' })
  reasonText?: string;
}

export class ApplicationFileDto extends OmitType(DocumentFileDto, ['role']) {}

/** Why it was rejected. */
export class ApplicationReasonDto {
  @ApiProperty()
  text: string;
  @ApiProperty({ type: String, nullable: true })
  byName: string | null;
  @ApiProperty({ format: 'date-time' })
  at: string;
}

/** A contract drafted from the application. */
export class DraftedContractDto {
  @ApiProperty({ format: 'uuid' })
  id: string;
  @ApiProperty({ enum: DOCUMENT_KINDS, enumName: 'DocumentKind' })
  kind: DocumentKind;
  @ApiProperty()
  title: string;
  @ApiProperty({ enum: DOCUMENT_STATUSES, enumName: 'DocumentStatus' })
  status: DocumentStatus;
  @ApiProperty()
  statusLabel: string;
}

/** What «Составить договор» would make. */
export class ContractProposalDto {
  @ApiProperty({ enum: DOCUMENT_KINDS, enumName: 'DocumentKind' })
  kind: DocumentKind;
  @ApiProperty()
  kindLabel: string;
  @ApiProperty({
    type: String,
    format: 'uuid',
    nullable: true,
    description: 'Рамочный договор, к которому составится приложение',
  })
  parentId: string | null;
  @ApiProperty({ type: String, nullable: true })
  parentTitle: string | null;
}

/** The response to a listing that has become the application. */
export class BornOfResponseDto {
  @ApiProperty({ format: 'uuid' })
  id: string;
  @ApiProperty({ format: 'uuid' })
  listingId: string;
  @ApiProperty({ example: 'Отклик на заявку «Программист»' })
  title: string;
}

/** A row of «Заявки» as the caller's organization sees it. */
export class ApplicationRowDto {
  @ApiProperty({ format: 'uuid' })
  id: string;
  @ApiProperty({ enum: APPLICATION_KINDS, enumName: 'ApplicationKind' })
  kind: ApplicationKind;
  @ApiProperty()
  kindLabel: string;
  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'Номер среди заявок автора; у черновика его нет',
  })
  number: number | null;
  @ApiProperty({ example: 'Заявка на партнерство № 12' })
  title: string;
  @ApiProperty({ enum: APPLICATION_STATUSES, enumName: 'ApplicationStatus' })
  status: ApplicationStatus;
  @ApiProperty()
  statusLabel: string;
  @ApiProperty({ enum: DIRECTIONS })
  direction: Direction;
  @ApiProperty({ type: PartyDto, description: 'Другая организация' })
  partner: PartyDto;
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  sentAt: string | null;
  @ApiProperty({ format: 'date-time' })
  updatedAt: string;
  @ApiProperty({ description: 'Версия для If-Match' })
  version: number;
  @ApiProperty({ type: [ApplicationActionDto] })
  availableActions: ApplicationActionDto[];
}

/** The card of an application. */
@ApiExtraModels(PartnershipTermsDto, PracticeTermsInputDto)
export class ApplicationDto extends ApplicationRowDto {
  @ApiProperty({ type: PartyDto })
  author: PartyDto;
  @ApiProperty({ type: PartyDto })
  recipient: PartyDto;
  @ApiProperty({
    description: 'Условия: партнёрства или практики, по виду заявки',
    allOf: [{ $ref: getSchemaPath(PartnershipTermsDto) }, { $ref: getSchemaPath(PracticeTermsInputDto) }],
  })
  terms: ApplicationTerms;
  @ApiProperty({ type: [String], description: 'Чего не хватает для отправки: указатели JSON Pointer' })
  missing: string[];
  @ApiProperty()
  expectsDraftContract: boolean;
  @ApiProperty({ type: ApplicationFileDto, nullable: true })
  file: ApplicationFileDto | null;
  @ApiProperty({
    type: ResponsibleDto,
    nullable: true,
    description: 'Ответственное лицо, названное при принятии',
  })
  responsible: ResponsibleDto | null;
  @ApiProperty({ type: ApplicationReasonDto, nullable: true })
  lastReason: ApplicationReasonDto | null;
  @ApiProperty({ type: [DraftedContractDto], description: 'Договоры, составленные по заявке' })
  contracts: DraftedContractDto[];
  @ApiProperty({ type: ContractProposalDto, nullable: true, description: 'Что составит «Составить договор»' })
  contractProposal: ContractProposalDto | null;
  @ApiProperty({
    type: BornOfResponseDto,
    nullable: true,
    description: 'Отклик, из которого получилась заявка',
  })
  response: BornOfResponseDto | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  decidedAt: string | null;
  @ApiProperty({ format: 'date-time' })
  createdAt: string;
}

export class ApplicationsPageDto {
  @ApiProperty({ type: [ApplicationRowDto] })
  items: ApplicationRowDto[];
  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}

export class ApplicationHistoryDto {
  @ApiProperty({ type: [HistoryEntryDto] })
  items: HistoryEntryDto[];
}

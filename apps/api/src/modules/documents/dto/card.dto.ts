import { ApiExtraModels, ApiProperty, OmitType } from '@nestjs/swagger';
import {
  CLOSE_MODES,
  DIRECTIONS,
  DOCUMENT_KINDS,
  DOCUMENT_STATUSES,
  type CloseMode,
  type Direction,
  type DocumentKind,
  type DocumentSide,
  type DocumentStatus,
} from '@praktika/contracts';
import { ResponsibleDto } from '../../employees/index.js';
import { AvailableActionDto, DocumentFileDto, PartyDto } from './common.dto.js';

export class LastReasonDto {
  @ApiProperty()
  text: string;
  @ApiProperty({ example: 'request-revision' })
  action: string;
  @ApiProperty({ format: 'date-time' })
  at: string;
  @ApiProperty({ required: false })
  byName?: string;
  @ApiProperty({ required: false })
  organizationName?: string;
}

/** «Напомнить»: when the caller's side or the other one last did. */
export class LastReminderDto {
  @ApiProperty({ format: 'date-time' })
  at: string;
  @ApiProperty({ format: 'uuid', description: 'Кто напомнил' })
  organizationId: string;
  @ApiProperty({ required: false })
  byName?: string;
}

export class RevisionDto {
  @ApiProperty({ format: 'uuid' })
  id: string;
  @ApiProperty({ example: 2 })
  number: number;
  @ApiProperty({ format: 'date-time' })
  sentAt: string;
  @ApiProperty({ description: 'SHA-256 условий в каноническом JSON' })
  termsSha256: string;
  @ApiProperty({ type: DocumentFileDto })
  file: DocumentFileDto;
  @ApiProperty({ description: 'Действующая редакция: её согласуют и подписывают' })
  current: boolean;
}

export class CertificateDto {
  @ApiProperty()
  owner: string;
  @ApiProperty()
  serialNumber: string;
  @ApiProperty()
  issuer: string;
  @ApiProperty({ format: 'date-time' })
  notBefore: string;
  @ApiProperty({ format: 'date-time' })
  notAfter: string;
  @ApiProperty({ description: 'Тестовый УЦ: юридической силы не имеет' })
  test: boolean;
}

export class SignatureDto {
  @ApiProperty({ format: 'uuid' })
  id: string;
  @ApiProperty({ enum: ['author', 'recipient'] })
  role: 'author' | 'recipient';
  @ApiProperty({ type: PartyDto })
  organization: PartyDto;
  @ApiProperty()
  personName: string;
  @ApiProperty({ nullable: true, type: String })
  position: string | null;
  @ApiProperty({ type: CertificateDto })
  certificate: CertificateDto;
  @ApiProperty({ example: 'CAdES-BES' })
  level: string;
  @ApiProperty({
    nullable: true,
    type: String,
    format: 'date-time',
    description: 'Время, названное подписавшим',
  })
  claimedAt: string | null;
  @ApiProperty({ format: 'date-time', description: 'Время получения сервером' })
  receivedAt: string;
  @ApiProperty({ format: 'uuid' })
  revisionId: string;
}

/** The document this one hangs on, as the caller's side sees it. */
export class ParentDto {
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

/** The application the contract was drafted from. */
export class OriginDto {
  @ApiProperty({ format: 'uuid' })
  id: string;
  @ApiProperty({ example: 'Заявка на практику № 12' })
  title: string;
}

/** Documents of one kind that hang on this one; they are listed by `GET /documents?parentId=…`. */
export class ChildrenDto {
  @ApiProperty({ enum: DOCUMENT_KINDS, enumName: 'DocumentKind' })
  kind: DocumentKind;
  @ApiProperty()
  kindLabel: string;
  @ApiProperty({ description: 'Всего' })
  total: number;
  @ApiProperty({ description: 'Работа над ними не закончена' })
  underWay: number;
  @ApiProperty({ description: 'Заключены' })
  concluded: number;
}

export class ObligationDto {
  @ApiProperty({ example: 'open_annex' })
  code: string;
  @ApiProperty()
  label: string;
  @ApiProperty({ example: 2 })
  count: number;
}

export class ClosingAgreementDto {
  @ApiProperty({ format: 'uuid' })
  id: string;
  @ApiProperty()
  title: string;
}

export class ClosingFileDto extends OmitType(DocumentFileDto, ['role']) {}

/** «Закрыть договор»: what the closing side said and attached. */
export class ClosingDto {
  @ApiProperty({ format: 'uuid', description: 'Кто закрыл' })
  organizationId: string;
  @ApiProperty({ required: false })
  comment?: string;
  @ApiProperty({ type: [ClosingFileDto] })
  files: ClosingFileDto[];
  @ApiProperty({ required: false, type: ClosingAgreementDto, description: 'Соглашение о прекращении' })
  agreement?: ClosingAgreementDto;
}

/** A document as the caller's side sees it. */
@ApiExtraModels(AvailableActionDto)
export class DocumentCardDto {
  @ApiProperty({ format: 'uuid' })
  id: string;
  @ApiProperty({ enum: DOCUMENT_KINDS, enumName: 'DocumentKind' })
  kind: DocumentKind;
  @ApiProperty()
  kindLabel: string;
  @ApiProperty({ nullable: true, type: String })
  number: string | null;
  @ApiProperty({ nullable: true, type: String, format: 'date' })
  date: string | null;
  @ApiProperty()
  title: string;
  @ApiProperty({ required: false, description: 'Уточнение статуса, например «Проект на согласовании»' })
  subtitle?: string;
  @ApiProperty({ enum: DOCUMENT_STATUSES, enumName: 'DocumentStatus' })
  status: DocumentStatus;
  @ApiProperty()
  statusLabel: string;
  @ApiProperty({ enum: DIRECTIONS, enumName: 'Direction' })
  direction: Direction;
  @ApiProperty({ enum: ['EMPLOYER', 'EDUCATION'] })
  authorSide: DocumentSide;
  @ApiProperty({ type: PartyDto })
  employer: PartyDto;
  @ApiProperty({ type: PartyDto })
  educationOrganization: PartyDto;
  @ApiProperty({ nullable: true, type: String, format: 'uuid' })
  parentId: string | null;
  @ApiProperty({ type: () => ParentDto, nullable: true, description: 'Документ, к которому этот относится' })
  parent: ParentDto | null;
  @ApiProperty({ type: OriginDto, nullable: true, description: 'Заявка, по которой составлен договор' })
  application: OriginDto | null;
  @ApiProperty({ type: () => [ChildrenDto], description: 'Связанные документы: сколько каких' })
  children: ChildrenDto[];
  @ApiProperty({
    type: () => [ObligationDto],
    description: 'Что останется незавершённым, если закрыть договор',
  })
  openObligations: ObligationDto[];
  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description: 'Условия; состав зависит от вида документа (см. POST /contracts)',
  })
  terms: object;
  @ApiProperty({ type: [String], description: 'Чего не хватает проекту, чтобы его отправить (JSON Pointer)' })
  missing: string[];
  @ApiProperty({ type: [DocumentFileDto] })
  files: DocumentFileDto[];
  @ApiProperty({ type: RevisionDto, nullable: true })
  revision: RevisionDto | null;
  @ApiProperty({ type: [RevisionDto] })
  revisions: RevisionDto[];
  @ApiProperty({ type: ResponsibleDto, nullable: true })
  responsible: ResponsibleDto | null;
  @ApiProperty({ nullable: true, type: Number })
  seats: number | null;
  @ApiProperty({ type: LastReasonDto, nullable: true })
  lastReason: LastReasonDto | null;
  @ApiProperty({ type: LastReminderDto, nullable: true })
  lastReminder: LastReminderDto | null;
  @ApiProperty({ type: [SignatureDto] })
  signatures: SignatureDto[];
  @ApiProperty({ nullable: true, enum: ['author', 'recipient'], type: String })
  waitingFor: 'author' | 'recipient' | null;
  @ApiProperty()
  waitingForMe: boolean;
  @ApiProperty({ nullable: true, type: String, format: 'date-time' })
  waitingSince: string | null;
  @ApiProperty({ nullable: true, type: String, format: 'date-time' })
  sentForSigningAt: string | null;
  @ApiProperty({ nullable: true, type: String, format: 'date-time' })
  concludedAt: string | null;
  @ApiProperty({ description: 'Подписан вне системы, на бумаге' })
  signedOutside: boolean;
  @ApiProperty({ nullable: true, type: String, format: 'date' })
  signedOnPaperAt: string | null;
  @ApiProperty({ nullable: true, enum: CLOSE_MODES, type: String })
  closeMode: CloseMode | null;
  @ApiProperty({ nullable: true, type: String, format: 'date-time' })
  closedAt: string | null;
  @ApiProperty({ type: ClosingDto, nullable: true })
  closing: ClosingDto | null;
  @ApiProperty({ example: 7 })
  version: number;
  @ApiProperty({ type: [AvailableActionDto] })
  availableActions: AvailableActionDto[];
  @ApiProperty({ format: 'date-time' })
  createdAt: string;
  @ApiProperty({ format: 'date-time' })
  updatedAt: string;
}

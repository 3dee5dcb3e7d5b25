import { ApiProperty } from '@nestjs/swagger';
import {
  DIRECTIONS,
  LISTING_RESPONSE_ACTIONS,
  LISTING_RESPONSE_STATUSES,
  REGISTRY_LIMITS,
  type Direction,
  type ListingResponseAction,
  type ListingResponseStatus,
} from '@praktika/contracts';
import { IsIn, IsInt, IsOptional, IsString, IsUUID, Max, MaxLength, Min } from 'class-validator';
import { CommaList, QueryNumber } from '../../../core/http/index.js';
import { HistoryEntryDto, PartyDto } from '../../documents/index.js';
import { ResponsibleDto } from '../../employees/index.js';
import { ListingTermsDto } from '../../listings/index.js';
import { ListingResponseInputDto } from './response-input.dto.js';

/** «Отклики»: several values of one filter are OR, filters are AND. */
export class ListingResponsesQueryDto {
  @ApiProperty({ required: false, enum: DIRECTIONS, description: '«Входящие» / «Исходящие»' })
  @IsOptional()
  @IsIn(DIRECTIONS)
  direction?: Direction;
  @ApiProperty({ required: false, isArray: true, enum: LISTING_RESPONSE_STATUSES, description: 'Статус' })
  @IsOptional()
  @CommaList()
  @IsIn(LISTING_RESPONSE_STATUSES, { each: true })
  status?: ListingResponseStatus[];
  @ApiProperty({ required: false, format: 'uuid', description: 'Заявка, на которую откликнулись' })
  @IsOptional()
  @IsUUID()
  listingId?: string;
  @ApiProperty({ required: false, minimum: 1, maximum: REGISTRY_LIMITS.maxPage, default: 25 })
  @IsOptional()
  @QueryNumber()
  @IsInt()
  @Min(1)
  @Max(REGISTRY_LIMITS.maxPage)
  limit: number = REGISTRY_LIMITS.defaultPage;
  @ApiProperty({ required: false, maxLength: REGISTRY_LIMITS.cursor, description: 'Курсор из nextCursor' })
  @IsOptional()
  @IsString()
  @MaxLength(REGISTRY_LIMITS.cursor)
  cursor?: string;
}

/** An action as offered to the caller. */
export class ListingResponseActionDto {
  @ApiProperty({ enum: LISTING_RESPONSE_ACTIONS, enumName: 'ListingResponseAction' })
  action: ListingResponseAction;
  @ApiProperty({ example: 'Принять' })
  label: string;
  @ApiProperty()
  enabled: boolean;
  @ApiProperty({ required: false, description: 'Код условия, которое не выполнено' })
  reason?: string;
  @ApiProperty({ required: false, description: 'То же словами' })
  reasonText?: string;
}

/** The listing as it stood when it was responded to. */
export class AnsweredListingDto {
  @ApiProperty({ format: 'uuid' })
  id: string;
  @ApiProperty({ nullable: true, type: Number })
  number: number | null;
  @ApiProperty({ example: 'Программист' })
  title: string;
  @ApiProperty({ type: ListingTermsDto })
  terms: ListingTermsDto;
}

/** A row of «Отклики» as the caller's organization sees it. */
export class ListingResponseRowDto {
  @ApiProperty({ format: 'uuid' })
  id: string;
  @ApiProperty({ example: 'Отклик на заявку «Программист»' })
  title: string;
  @ApiProperty({ enum: LISTING_RESPONSE_STATUSES, enumName: 'ListingResponseStatus' })
  status: ListingResponseStatus;
  @ApiProperty()
  statusLabel: string;
  @ApiProperty({ enum: DIRECTIONS })
  direction: Direction;
  @ApiProperty({ type: PartyDto, description: 'Другая организация' })
  partner: PartyDto;
  @ApiProperty({ type: AnsweredListingDto })
  listing: AnsweredListingDto;
  @ApiProperty({ description: 'Количество мест в отклике' })
  seats: number;
  @ApiProperty({ format: 'date' })
  from: string;
  @ApiProperty({ format: 'date' })
  to: string;
  @ApiProperty({ format: 'date-time' })
  sentAt: string;
  @ApiProperty({ format: 'date-time' })
  updatedAt: string;
  @ApiProperty({ description: 'Версия для If-Match' })
  version: number;
  @ApiProperty({ type: [ListingResponseActionDto] })
  availableActions: ListingResponseActionDto[];
}

/** Why it was rejected. */
export class ListingResponseReasonDto {
  @ApiProperty()
  text: string;
  @ApiProperty({ type: String, nullable: true })
  byName: string | null;
  @ApiProperty({ format: 'date-time' })
  at: string;
}

/** The application for practice that an accepted response has become. */
export class BecomeApplicationDto {
  @ApiProperty({ format: 'uuid' })
  id: string;
  @ApiProperty()
  title: string;
}

/** The card of a response. */
export class ListingResponseDto extends ListingResponseRowDto {
  @ApiProperty({ type: ListingResponseInputDto })
  terms: ListingResponseInputDto;
  @ApiProperty({ description: 'Открыта ли вам сама заявка: опубликована или ваша' })
  listingVisible: boolean;
  @ApiProperty({
    type: ResponsibleDto,
    nullable: true,
    description: 'Ответственное лицо, названное при принятии',
  })
  responsible: ResponsibleDto | null;
  @ApiProperty({ type: ListingResponseReasonDto, nullable: true })
  lastReason: ListingResponseReasonDto | null;
  @ApiProperty({
    type: BecomeApplicationDto,
    nullable: true,
    description: 'Заявка на практику из этого отклика',
  })
  application: BecomeApplicationDto | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  decidedAt: string | null;
}

export class ListingResponsesPageDto {
  @ApiProperty({ type: [ListingResponseRowDto] })
  items: ListingResponseRowDto[];
  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}

export class ListingResponseHistoryDto {
  @ApiProperty({ type: [HistoryEntryDto] })
  items: HistoryEntryDto[];
}

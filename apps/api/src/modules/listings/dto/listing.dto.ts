import { ApiProperty, OmitType } from '@nestjs/swagger';
import {
  APPLICATION_TYPES,
  LISTING_ACTIONS,
  LISTING_RESPONSE_STATUSES,
  LISTING_STATUSES,
  type ApplicationType,
  type DocumentSide,
  type ListingAction,
  type ListingFacet,
  type ListingResponseStatus,
  type ListingStatus,
} from '@praktika/contracts';
import { CountDto } from '../../../core/http/index.js';
import { HistoryEntryDto, PartyDto } from '../../documents/index.js';
import { ListingContactsDto, ListingTermsDto } from './listing-input.dto.js';

const SIDES = ['EMPLOYER', 'EDUCATION'] as const;

/** An action as offered to the caller. */
export class ListingActionDto {
  @ApiProperty({ enum: LISTING_ACTIONS, enumName: 'ListingAction' })
  action: ListingAction;
  @ApiProperty({ example: 'Опубликовать' })
  label: string;
  @ApiProperty()
  enabled: boolean;
  @ApiProperty({ required: false, description: 'Код условия, которое не выполнено' })
  reason?: string;
  @ApiProperty({ required: false, description: 'То же словами' })
  reasonText?: string;
}

/** What is said of a listing to everybody who sees it, the public included. */
class ListingSummaryDto {
  @ApiProperty({ format: 'uuid' })
  id: string;
  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'Номер среди заявок организации; у черновика его нет',
  })
  number: number | null;
  @ApiProperty({ example: 'Программист', description: 'Название заявки' })
  title: string;
  @ApiProperty({ enum: SIDES, description: 'EMPLOYER — предлагает места, EDUCATION — ищет' })
  side: DocumentSide;
  @ApiProperty({ enum: APPLICATION_TYPES, enumName: 'ApplicationType', nullable: true })
  type: ApplicationType | null;
  @ApiProperty({ type: String, nullable: true, example: 'Проведение практики' })
  typeLabel: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'Область профессиональной деятельности' })
  areaName: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'Регион прохождения практики' })
  regionName: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'Уровень образования' })
  levelLabel: string | null;
  @ApiProperty({ type: ListingTermsDto, description: 'В списках без описания и требований' })
  terms: ListingTermsDto;
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  publishedAt: string | null;
}

/** A row of «Мои заявки» and of the published listings of the other side. */
export class ListingRowDto extends ListingSummaryDto {
  @ApiProperty({ enum: LISTING_STATUSES, enumName: 'ListingStatus' })
  status: ListingStatus;
  @ApiProperty()
  statusLabel: string;
  @ApiProperty({ description: 'Заявка вашей организации' })
  own: boolean;
  @ApiProperty({ type: PartyDto })
  organization: PartyDto;
  @ApiProperty({ description: 'Отклики, которые ждут решения; о чужой заявке — ваши' })
  openResponses: number;
  @ApiProperty({ format: 'date-time' })
  updatedAt: string;
  @ApiProperty({ description: 'Версия для If-Match' })
  version: number;
  @ApiProperty({ type: [ListingActionDto] })
  availableActions: ListingActionDto[];
}

/** The own response to somebody's listing. */
export class OwnResponseDto {
  @ApiProperty({ format: 'uuid' })
  id: string;
  @ApiProperty({ enum: LISTING_RESPONSE_STATUSES, enumName: 'ListingResponseStatus' })
  status: ListingResponseStatus;
  @ApiProperty()
  statusLabel: string;
}

/** «Карточка заявки». */
export class ListingDto extends ListingRowDto {
  @ApiProperty({
    type: ListingContactsDto,
    nullable: true,
    description: 'Своей заявки; чужой — по «Показать контакты»',
  })
  contacts: ListingContactsDto | null;
  @ApiProperty({ type: [String], description: 'Чего не хватает для публикации: указатели JSON Pointer' })
  missing: string[];
  @ApiProperty({ type: OwnResponseDto, nullable: true, description: 'Последний отклик вашей организации' })
  ownResponse: OwnResponseDto | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  unpublishedAt: string | null;
  @ApiProperty({ format: 'date-time' })
  createdAt: string;
}

/** A value of a group with how many listings have it. */
export class ListingFacetValueDto {
  @ApiProperty({ example: '77' })
  value: string;
  @ApiProperty({ example: 'г. Москва' })
  label: string;
  @ApiProperty({ type: CountDto })
  count: CountDto;
}

/** Values that occur, in the order of their directory. */
export class ListingFacetsDto implements Readonly<Partial<Record<ListingFacet, ListingFacetValueDto[]>>> {
  @ApiProperty({ required: false, type: [ListingFacetValueDto] })
  type?: ListingFacetValueDto[];
  @ApiProperty({ required: false, type: [ListingFacetValueDto] })
  region?: ListingFacetValueDto[];
  @ApiProperty({ required: false, type: [ListingFacetValueDto] })
  area?: ListingFacetValueDto[];
  @ApiProperty({ required: false, type: [ListingFacetValueDto] })
  level?: ListingFacetValueDto[];
}

class CountedPageDto {
  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
  @ApiProperty({ required: false, type: CountDto })
  total?: CountDto;
  @ApiProperty({ required: false, type: ListingFacetsDto })
  facets?: ListingFacetsDto;
}

export class ListingsPageDto extends CountedPageDto {
  @ApiProperty({ type: [ListingRowDto] })
  items: ListingRowDto[];
}

export class OwnListingsPageDto {
  @ApiProperty({ type: [ListingRowDto] })
  items: ListingRowDto[];
  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}

/** Names of an organization as the public reads them. */
export class PublicPartyDto extends OmitType(PartyDto, ['inn', 'ogrn']) {}

/** A published place as anybody may read it: no contacts, nothing personal. */
export class PublicListingDto extends ListingSummaryDto {
  @ApiProperty({ type: PublicPartyDto })
  organization: PublicPartyDto;
}

export class PublicListingsPageDto extends CountedPageDto {
  @ApiProperty({ type: [PublicListingDto] })
  items: PublicListingDto[];
}

export class ListingHistoryDto {
  @ApiProperty({ type: [HistoryEntryDto] })
  items: HistoryEntryDto[];
}

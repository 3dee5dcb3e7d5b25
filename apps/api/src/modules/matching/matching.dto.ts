import { ApiProperty } from '@nestjs/swagger';
import {
  APPLICATION_TYPE_LABELS,
  MATCH_LIMITS,
  MATCH_REASON_CODES,
  type ApplicationType,
  type Match,
  type MatchReasonCode,
} from '@praktika/contracts';
import { IsInt, IsOptional, Max, Min } from 'class-validator';
import { QueryNumber } from '../../core/http/index.js';
import { PartyDto } from '../documents/index.js';
import { partyOf } from '../listings/index.js';
import { REGIONS } from '../reference-data/index.js';
import type { ListingFeatures } from './matching.queries.js';
import type { Pairing } from './matches.service.js';

const nullableText = { type: String, nullable: true } as const;
const nullableDate = { type: String, format: 'date', nullable: true } as const;

export class MatchesQueryDto {
  @ApiProperty({ required: false, minimum: 1, maximum: MATCH_LIMITS.most, default: MATCH_LIMITS.usual })
  @IsOptional()
  @QueryNumber()
  @IsInt()
  @Min(1)
  @Max(MATCH_LIMITS.most)
  limit: number = MATCH_LIMITS.usual;
}

/** Why something fits. */
export class MatchReasonDto {
  @ApiProperty({ enum: MATCH_REASON_CODES, enumName: 'MatchReasonCode' })
  code: MatchReasonCode;
  @ApiProperty({ example: 'Та же специальность: 09.03.04' })
  label: string;
  @ApiProperty({ description: 'Сколько из 100 даёт эта причина', example: 35 })
  weight: number;
}

/** A listing that fits. */
export class MatchedListingDto {
  @ApiProperty({ format: 'uuid' })
  id: string;
  @ApiProperty({ example: 'Программист' })
  title: string;
  @ApiProperty({ ...nullableText, example: 'Проведение практики' })
  typeLabel: string | null;
  @ApiProperty({ ...nullableText, description: 'Регион прохождения практики' })
  regionName: string | null;
  @ApiProperty({ type: Number, nullable: true })
  seats: number | null;
  @ApiProperty(nullableDate)
  from: string | null;
  @ApiProperty(nullableDate)
  to: string | null;
}

/** A listing of the caller's own that something fits. */
export class MatchedOwnListingDto {
  @ApiProperty({ format: 'uuid' })
  id: string;
  @ApiProperty()
  title: string;
}

export class MatchDto {
  @ApiProperty({ type: () => PartyDto, description: 'Организация другой стороны' })
  organization: PartyDto;
  @ApiProperty({ ...nullableText, description: 'Регион места, потребности или организации' })
  regionName: string | null;
  @ApiProperty({
    type: () => MatchedListingDto,
    nullable: true,
    description: 'Её опубликованная заявка; null, когда подходят заявленные программы сами по себе',
  })
  listing: MatchedListingDto | null;
  @ApiProperty({
    type: () => MatchedOwnListingDto,
    nullable: true,
    description: 'Ваша заявка, к которой это подходит; null, когда подходит ваш профиль',
  })
  ownListing: MatchedOwnListingDto | null;
  @ApiProperty({ description: 'Сумма весов причин', example: 76 })
  score: number;
  @ApiProperty({ type: () => [MatchReasonDto], description: 'Сначала самые весомые' })
  reasons: MatchReasonDto[];
}

export class MatchesDto {
  @ApiProperty({ type: () => [MatchDto], description: 'Сначала самые подходящие' })
  items: MatchDto[];
}

const regionNames = new Map(REGIONS.map(({ code, name }) => [code, name]));
const regionName = (code: string | null) => regionNames.get(code ?? '') ?? null;

/** Ranked pairings for their reader. */
export const matchesDto = (matches: readonly Match<Pairing>[]): MatchesDto => ({
  items: matches.map(({ candidate, score, reasons }) => ({
    organization: partyOf(candidate.organization),
    regionName: regionName(candidate.regionCode),
    listing: candidate.listing ? listingDto(candidate.listing) : null,
    ownListing: candidate.own ? { id: candidate.own.id, title: candidate.own.title } : null,
    score,
    reasons: [...reasons],
  })),
});

const listingDto = ({
  id,
  title,
  type,
  regionCode,
  seats,
  from,
  to,
}: ListingFeatures): MatchedListingDto => ({
  id,
  title,
  typeLabel: type === null ? null : APPLICATION_TYPE_LABELS[type as ApplicationType],
  regionName: regionName(regionCode),
  seats,
  from,
  to,
});

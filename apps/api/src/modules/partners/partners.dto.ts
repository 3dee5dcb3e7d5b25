import { ApiProperty } from '@nestjs/swagger';
import {
  ORGANIZATION_SIDES,
  PARTNERSHIP_STATUS_LABELS,
  PARTNERSHIP_STATUSES,
  type OrganizationSide,
  type PartnershipStatus,
} from '@praktika/contracts';
import { IsIn, IsNotEmpty, IsOptional } from 'class-validator';
import { CommaList, Text } from '../../core/http/index.js';
import type { PartnerCardRow, PartnerRow } from './partners.queries.js';

const nullableText = { type: String, nullable: true } as const;

export class PartnersQueryDto {
  @ApiProperty({ required: false, maxLength: 200, description: 'Часть названия, ИНН или ОГРН' })
  @IsOptional()
  @Text(200)
  q?: string;
  @ApiProperty({
    required: false,
    isArray: true,
    enum: PARTNERSHIP_STATUSES,
    default: ['ACTIVE'],
    description: 'Статус партнёрства',
  })
  @IsOptional()
  @CommaList()
  @IsIn(PARTNERSHIP_STATUSES, { each: true })
  status: PartnershipStatus[] = ['ACTIVE'];
}

/** An organization with which documents can be made, or could be. */
export class PartnerDto {
  @ApiProperty({ format: 'uuid', description: 'Идентификатор организации-партнёра' })
  id: string;
  @ApiProperty()
  fullName: string;
  @ApiProperty(nullableText)
  shortName: string | null;
  @ApiProperty()
  inn: string;
  @ApiProperty()
  ogrn: string;
  @ApiProperty({ enum: ORGANIZATION_SIDES, enumName: 'OrganizationSide' })
  side: OrganizationSide;
  @ApiProperty(nullableText)
  regionCode: string | null;
  @ApiProperty(nullableText)
  city: string | null;
  @ApiProperty({ format: 'uuid' })
  partnershipId: string;
  @ApiProperty({ enum: PARTNERSHIP_STATUSES, enumName: 'PartnershipStatus' })
  status: PartnershipStatus;
  @ApiProperty({ example: 'Активный' })
  statusLabel: string;
  @ApiProperty({ format: 'date-time' })
  since: string;
}

export class PartnersDto {
  @ApiProperty({ type: () => [PartnerDto] })
  items: PartnerDto[];
}

/** A time the two were partners. */
export class PartnershipPeriodDto {
  @ApiProperty({ format: 'date-time' })
  startedAt: string;
  @ApiProperty({ ...nullableText, format: 'date-time' })
  endedAt: string | null;
  @ApiProperty(nullableText)
  endReason: string | null;
}

/** The partner's card. */
export class PartnerCardDto extends PartnerDto {
  @ApiProperty({ ...nullableText, format: 'date-time' })
  endedAt: string | null;
  @ApiProperty(nullableText)
  endReason: string | null;
  @ApiProperty(nullableText)
  site: string | null;
  @ApiProperty(nullableText)
  phone: string | null;
  @ApiProperty({ ...nullableText, description: 'Виден, пока партнёрство действует' })
  email: string | null;
  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'integer' },
    description: 'Документы между организациями, по видам',
  })
  documents: Readonly<Record<string, number>>;
  @ApiProperty({ description: 'Заявки между организациями' })
  applications: number;
  @ApiProperty({ description: 'Места по заключённым договорам' })
  seats: number;
  @ApiProperty({ type: [PartnershipPeriodDto] })
  history: PartnershipPeriodDto[];
  @ApiProperty({ description: 'Можно ли прекратить партнёрство' })
  mayEnd: boolean;
  @ApiProperty({ description: 'Версия партнёрства для If-Match' })
  version: number;
}

/** «Прекратить партнёрство». */
export class EndPartnershipDto {
  @ApiProperty({ minLength: 1, maxLength: 2000, example: 'Практик больше не планируем' })
  @IsNotEmpty({ message: 'Укажите причину.' })
  @Text(2000)
  reason: string;
}

export const partnerDto = (row: PartnerRow): PartnerDto => ({
  id: row.id,
  fullName: row.full_name,
  shortName: row.short_name,
  inn: row.inn,
  ogrn: row.ogrn,
  side: row.side,
  regionCode: row.region_code,
  city: row.city,
  partnershipId: row.partnership_id,
  status: row.status,
  statusLabel: PARTNERSHIP_STATUS_LABELS[row.status],
  since: row.started_at,
});

export const partnerCardDto = (
  row: PartnerCardRow,
  history: PartnershipPeriodDto[],
  mayEnd: boolean,
): PartnerCardDto => ({
  ...partnerDto(row),
  endedAt: row.ended_at,
  endReason: row.end_reason,
  site: row.site,
  phone: row.phone,
  email: row.email,
  documents: row.documents,
  applications: row.applications,
  seats: row.seats,
  history,
  mayEnd,
  version: row.version,
});

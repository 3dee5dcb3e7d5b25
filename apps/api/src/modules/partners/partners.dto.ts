import { ApiProperty } from '@nestjs/swagger';
import { ORGANIZATION_SIDES, type OrganizationSide } from '@praktika/contracts';
import { IsOptional } from 'class-validator';
import { Text } from '../../core/http/index.js';
import type { PartnerRow } from './partners.queries.js';

export class PartnersQueryDto {
  @ApiProperty({ required: false, maxLength: 200, description: 'Часть названия, ИНН или ОГРН' })
  @IsOptional()
  @Text(200)
  q?: string;
}

/** An organization with which documents can be made. */
export class PartnerDto {
  @ApiProperty({ format: 'uuid', description: 'Идентификатор организации-партнёра' })
  id: string;
  @ApiProperty()
  fullName: string;
  @ApiProperty({ type: String, nullable: true })
  shortName: string | null;
  @ApiProperty()
  inn: string;
  @ApiProperty()
  ogrn: string;
  @ApiProperty({ enum: ORGANIZATION_SIDES, enumName: 'OrganizationSide' })
  side: OrganizationSide;
  @ApiProperty({ format: 'uuid' })
  partnershipId: string;
  @ApiProperty({ format: 'date-time' })
  since: string;
}

export class PartnersDto {
  @ApiProperty({ type: () => [PartnerDto] })
  items: PartnerDto[];
}

export const partnerDto = (row: PartnerRow): PartnerDto => ({
  id: row.id,
  fullName: row.full_name,
  shortName: row.short_name,
  inn: row.inn,
  ogrn: row.ogrn,
  side: row.side,
  partnershipId: row.partnership_id,
  since: row.started_at,
});

import { ApiProperty } from '@nestjs/swagger';
import {
  LEGAL_FORMS,
  ORGANIZATION_SIDES,
  RUSSIAN_TIME_ZONES,
  type LegalForm,
  type OrganizationSide,
} from '@praktika/contracts';
import { IsEmail, IsIn, IsOptional, Matches, ValidateIf } from 'class-validator';
import { Text } from '../../core/http/index.js';
import type { OrganizationRow } from './organizations.queries.js';

const nullableText = { type: String, nullable: true } as const;
/** A host with or without http(s); anything else could become a link that runs code. */
const SITE = /^(https?:\/\/)?[^\s/:]+\.[^\s/:]+(:\d+)?(\/\S*)?$/iu;

/** Own profile of an organization. */
export class OrganizationDto {
  @ApiProperty({ format: 'uuid' })
  id: string;
  @ApiProperty({ enum: ORGANIZATION_SIDES, enumName: 'OrganizationSide' })
  side: OrganizationSide;
  @ApiProperty({ enum: LEGAL_FORMS, enumName: 'LegalForm' })
  legalForm: LegalForm;
  @ApiProperty({ example: 'Общество с ограниченной ответственностью «Ромашка»' })
  fullName: string;
  @ApiProperty({ ...nullableText, example: 'ООО «Ромашка»' })
  shortName: string | null;
  @ApiProperty({ description: 'ИНН' })
  inn: string;
  @ApiProperty({ description: 'ОГРН или ОГРНИП' })
  ogrn: string;
  @ApiProperty({ ...nullableText, description: 'КПП; у предпринимателя его нет' })
  kpp: string | null;
  @ApiProperty(nullableText)
  legalAddress: string | null;
  @ApiProperty({ ...nullableText, description: 'Код субъекта Российской Федерации' })
  regionCode: string | null;
  @ApiProperty(nullableText)
  city: string | null;
  @ApiProperty({ description: 'Сюда приходят письма о документах и ежедневные напоминания' })
  profileEmail: string;
  @ApiProperty(nullableText)
  phone: string | null;
  @ApiProperty(nullableText)
  site: string | null;
  @ApiProperty({ enum: RUSSIAN_TIME_ZONES, description: 'Часовой пояс дат организации' })
  timezone: string;
  @ApiProperty({ description: 'Версия для If-Match' })
  version: number;
}

/** What an organization changes about itself; null clears. Names and numbers of the state register stay. */
export class UpdateOrganizationDto {
  @ApiProperty({ ...nullableText, required: false, maxLength: 200 })
  @IsOptional()
  @Text(200)
  shortName?: string | null;

  @ApiProperty({ required: false, maxLength: 254 })
  @ValidateIf((_, value) => value !== undefined)
  @IsEmail()
  @Text(254)
  profileEmail?: string;

  @ApiProperty({ ...nullableText, required: false, maxLength: 50 })
  @IsOptional()
  @Text(50)
  phone?: string | null;

  @ApiProperty({ ...nullableText, required: false, maxLength: 200 })
  @IsOptional()
  @Matches(SITE, { message: 'Укажите адрес сайта, например https://company.ru' })
  @Text(200)
  site?: string | null;

  @ApiProperty({ ...nullableText, required: false, maxLength: 500 })
  @IsOptional()
  @Text(500)
  legalAddress?: string | null;

  @ApiProperty({ ...nullableText, required: false, maxLength: 100 })
  @IsOptional()
  @Text(100)
  city?: string | null;

  @ApiProperty({ required: false, enum: RUSSIAN_TIME_ZONES })
  @ValidateIf((_, value) => value !== undefined)
  @IsIn(RUSSIAN_TIME_ZONES)
  timezone?: string;
}

export const organizationDto = (row: OrganizationRow): OrganizationDto => ({
  id: row.id,
  side: row.side,
  legalForm: row.legal_form,
  fullName: row.full_name,
  shortName: row.short_name,
  inn: row.inn,
  ogrn: row.ogrn,
  kpp: row.kpp,
  legalAddress: row.legal_address,
  regionCode: row.region_code,
  city: row.city,
  profileEmail: row.profile_email,
  phone: row.phone,
  site: row.site,
  timezone: row.time_zone,
  version: row.version,
});

import { ApiProperty } from '@nestjs/swagger';
import {
  APPLICATION_KIND_LABELS,
  APPLICATION_STATUS_LABELS,
  DOCUMENT_KINDS,
  ORGANIZATION_SIDES,
  PARTNERSHIP_STATUS_LABELS,
  PARTNERSHIP_STATUSES,
  type DocumentKind,
  type OrganizationSide,
  type PartnershipStatus,
} from '@praktika/contracts';
import { IsIn, IsNotEmpty, IsOptional } from 'class-validator';
import { CommaList, CountDto, countDto, Text } from '../../core/http/index.js';
import type { PartnerCardRow, PartnerEventRow, PartnerRow } from './partners.queries.js';

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

/** Something that has happened between the two. */
export class PartnerEventDto {
  @ApiProperty({ format: 'date-time' })
  at: string;
  @ApiProperty({ example: 'Заявка на практику № 5: принята' })
  label: string;
  @ApiProperty({ enum: ['partnership', 'application', 'document'], enumName: 'PartnerEventObject' })
  objectType: 'partnership' | 'application' | 'document';
  @ApiProperty({ ...nullableText, format: 'uuid', description: 'Заявка или документ' })
  objectId: string | null;
  @ApiProperty(nullableText)
  reason: string | null;
}

/** A responsible person that one of the two has named when accepting or approving. */
export class PartnerPersonDto {
  @ApiProperty({ description: 'Назван партнёром, а не вашей организацией' })
  ofPartner: boolean;
  @ApiProperty()
  fullName: string;
  @ApiProperty(nullableText)
  position: string | null;
  @ApiProperty(nullableText)
  phone: string | null;
  @ApiProperty(nullableText)
  email: string | null;
}

/** A concluded contract or annex with its period and seats. */
export class PartnerPracticeDto {
  @ApiProperty({ format: 'uuid' })
  documentId: string;
  @ApiProperty()
  title: string;
  @ApiProperty({ enum: DOCUMENT_KINDS, enumName: 'DocumentKind' })
  kind: DocumentKind;
  @ApiProperty({ ...nullableText, format: 'date' })
  from: string | null;
  @ApiProperty({ ...nullableText, format: 'date' })
  to: string | null;
  @ApiProperty({ type: Number, nullable: true })
  seats: number | null;
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
    additionalProperties: { $ref: '#/components/schemas/CountDto' },
    description: 'Документы между организациями, по видам, каждый до 1000',
  })
  documents: Readonly<Record<string, CountDto>>;
  @ApiProperty({ type: CountDto, description: 'Заявки между организациями, до 1000' })
  applications: CountDto;
  @ApiProperty({ description: 'Места по заключённым договорам, не больше чем по 1000 последним' })
  seats: number;
  @ApiProperty({ type: CountDto, description: 'Заключённые договоры между организациями' })
  concluded: CountDto;
  @ApiProperty({ type: [PartnerPersonDto], description: 'Ответственные лица, названные вами и партнёром' })
  people: PartnerPersonDto[];
  @ApiProperty({
    type: [PartnerPracticeDto],
    description: 'По каким договорам проходят практики, последние 10',
  })
  practices: PartnerPracticeDto[];
  @ApiProperty({ type: [PartnerEventDto], description: 'Что было между организациями, сначала новое' })
  history: PartnerEventDto[];
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

/** An event in the words of the card. */
export function partnerEventDto({ at, objectId, reason, ...event }: PartnerEventRow): PartnerEventDto {
  switch (event.type) {
    case 'PARTNERSHIP_STARTED':
      return { at, label: 'Партнёрство начато', objectType: 'partnership', objectId, reason };
    case 'PARTNERSHIP_ENDED':
      return { at, label: 'Партнёрство прекращено', objectType: 'partnership', objectId, reason };
    case 'APPLICATION': {
      const kind = event.kind ? APPLICATION_KIND_LABELS[event.kind] : '';
      const status = event.status ? APPLICATION_STATUS_LABELS[event.status].toLowerCase() : '';
      return {
        at,
        label: `${kind} № ${event.number}: ${status}`,
        objectType: 'application',
        objectId,
        reason,
      };
    }
    case 'DOCUMENT_CONCLUDED':
      return { at, label: `Заключён: ${event.title}`, objectType: 'document', objectId, reason };
  }
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
  parts: Pick<PartnerCardDto, 'history' | 'people' | 'practices' | 'mayEnd'>,
): PartnerCardDto => ({
  ...partnerDto(row),
  endedAt: row.ended_at,
  endReason: row.end_reason,
  site: row.site,
  phone: row.phone,
  email: row.email,
  documents: Object.fromEntries(
    Object.entries(row.documents)
      .filter(([, count]) => count > 0)
      .map(([kind, count]) => [kind, countDto(count, true)]),
  ),
  applications: countDto(row.applications, true),
  seats: row.seats,
  concluded: countDto(row.concluded, true),
  ...parts,
  version: row.version,
});

import { ApiProperty } from '@nestjs/swagger';
import {
  DIRECTIONS,
  DOCUMENT_KINDS,
  DOCUMENT_STATUSES,
  REGISTRY_FACETS,
  REGISTRY_LIMITS,
  REGISTRY_SORTS,
  type Direction,
  type DocumentKind,
  type DocumentStatus,
  type RegistryFacet,
  type RegistrySort,
} from '@praktika/contracts';
import { IsBoolean, IsIn, IsInt, IsOptional, IsString, IsUUID, Max, MaxLength, Min } from 'class-validator';
import {
  CommaList,
  CountDto,
  IsCalendarDate,
  QueryFlag,
  QueryNumber,
  Text,
} from '../../../core/http/index.js';
import { AvailableActionDto } from './common.dto.js';

/** «Реестр документов»: filters of the manual and ours; several values of one filter are OR, filters are AND. */
export class RegistryQueryDto {
  @ApiProperty({ required: false, enum: DIRECTIONS, description: '«Входящие» / «Исходящие»' })
  @IsOptional()
  @IsIn(DIRECTIONS)
  direction?: Direction;
  @ApiProperty({ required: false, isArray: true, enum: DOCUMENT_KINDS, description: 'Тип документа' })
  @IsOptional()
  @CommaList()
  @IsIn(DOCUMENT_KINDS, { each: true })
  kind?: DocumentKind[];
  @ApiProperty({ required: false, isArray: true, enum: DOCUMENT_STATUSES, description: 'Статус' })
  @IsOptional()
  @CommaList()
  @IsIn(DOCUMENT_STATUSES, { each: true })
  status?: DocumentStatus[];
  @ApiProperty({ required: false, isArray: true, type: String, format: 'uuid', description: 'Партнёр' })
  @IsOptional()
  @CommaList()
  @IsUUID(undefined, { each: true })
  partnerId?: string[];
  @ApiProperty({ required: false, format: 'uuid' })
  @IsOptional()
  @IsUUID()
  parentId?: string;
  @ApiProperty({ required: false, type: Boolean, description: 'Только ожидающие нашего действия' })
  @IsOptional()
  @QueryFlag()
  @IsBoolean()
  waitingForMe?: boolean;
  @ApiProperty({ required: false, format: 'date', description: 'Дата документа не раньше' })
  @IsOptional()
  @IsCalendarDate()
  dateFrom?: string;
  @ApiProperty({ required: false, format: 'date', description: 'Дата документа не позже' })
  @IsOptional()
  @IsCalendarDate()
  dateTo?: string;
  @ApiProperty({
    required: false,
    maxLength: REGISTRY_LIMITS.search,
    description: 'Номер, партнёр, ИНН, ОГРН; слова в тексте файлов PDF и DOCX в любой форме',
  })
  @IsOptional()
  @Text(REGISTRY_LIMITS.search)
  q?: string;
  @ApiProperty({ required: false, enum: REGISTRY_SORTS, default: '-updatedAt' })
  @IsOptional()
  @IsIn(REGISTRY_SORTS)
  sort: RegistrySort = '-updatedAt';
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
  @ApiProperty({ required: false, isArray: true, enum: REGISTRY_FACETS, description: 'Счётчики по группам' })
  @IsOptional()
  @CommaList()
  @IsIn(REGISTRY_FACETS, { each: true })
  facets?: RegistryFacet[];
  @ApiProperty({ required: false, type: Boolean, description: 'Посчитать всего (до 1000)' })
  @IsOptional()
  @QueryFlag()
  @IsBoolean()
  total?: boolean;
}

export class PartnerNameDto {
  @ApiProperty({ format: 'uuid' })
  id: string;
  @ApiProperty()
  name: string;
}

/** A row of the registry as the caller's organization sees it. */
export class DocumentRowDto {
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
  @ApiProperty({ enum: DOCUMENT_STATUSES, enumName: 'DocumentStatus' })
  status: DocumentStatus;
  @ApiProperty()
  statusLabel: string;
  @ApiProperty({ enum: DIRECTIONS, enumName: 'Direction' })
  direction: Direction;
  @ApiProperty({ type: PartnerNameDto })
  partner: PartnerNameDto;
  @ApiProperty()
  waitingForMe: boolean;
  @ApiProperty({ nullable: true, type: String, format: 'date-time' })
  waitingSince: string | null;
  @ApiProperty({ nullable: true, type: String, format: 'date' })
  practiceFrom: string | null;
  @ApiProperty({ nullable: true, type: String, format: 'date' })
  practiceTo: string | null;
  @ApiProperty({ format: 'date-time' })
  updatedAt: string;
  @ApiProperty()
  version: number;
  @ApiProperty({ type: [AvailableActionDto] })
  availableActions: AvailableActionDto[];
  @ApiProperty({
    required: false,
    enum: ['FILE'],
    description: 'Есть только при поиске: искомое нашлось лишь в тексте файла',
  })
  foundIn?: 'FILE';
}

const counts = { type: 'object', additionalProperties: { $ref: '#/components/schemas/CountDto' } } as const;

/** Counters per group: value → limited count. */
export class FacetsDto implements Partial<Record<RegistryFacet, Record<string, CountDto>>> {
  @ApiProperty({ ...counts, selfRequired: false })
  status?: Record<string, CountDto>;
  @ApiProperty({ ...counts, selfRequired: false })
  kind?: Record<string, CountDto>;
  @ApiProperty({ ...counts, selfRequired: false })
  direction?: Record<string, CountDto>;
}

export class RegistryPageDto {
  @ApiProperty({ type: [DocumentRowDto] })
  items: DocumentRowDto[];
  @ApiProperty({ nullable: true, type: String })
  nextCursor: string | null;
  @ApiProperty({ type: CountDto, required: false })
  total?: CountDto;
  @ApiProperty({ type: () => FacetsDto, required: false })
  facets?: FacetsDto;
}

import { ApiProperty } from '@nestjs/swagger';
import { NOTIFICATION_KINDS, REGISTRY_LIMITS, type NotificationKind } from '@praktika/contracts';
import { IsBoolean, IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { QueryFlag, QueryNumber } from '../../core/http/index.js';

export class NotificationsQueryDto {
  @ApiProperty({ required: false, type: Boolean, description: 'Только непрочитанные' })
  @IsOptional()
  @QueryFlag()
  @IsBoolean()
  unread?: boolean;
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

export class NotificationDto {
  @ApiProperty({ format: 'uuid' })
  id: string;
  @ApiProperty({ enum: NOTIFICATION_KINDS, enumName: 'NotificationKind' })
  kind: NotificationKind;
  @ApiProperty({ example: 'Необходимо подписать документ' })
  title: string;
  @ApiProperty({ example: 'Договор на период практики № 12 от 01.09.2026. Причина: …' })
  text: string;
  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  documentId: string | null;
  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  applicationId: string | null;
  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  listingId: string | null;
  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  listingResponseId: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'Страница кабинета, о которой речь' })
  link: string | null;
  @ApiProperty({ format: 'date-time' })
  createdAt: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  readAt: string | null;
}

export class UnreadCountDto {
  @ApiProperty({ example: 3, maximum: 100 })
  value: number;
  @ApiProperty({ enum: ['eq', 'gte'], description: '`gte` — столько или больше' })
  relation: 'eq' | 'gte';
}

export class NotificationsPageDto {
  @ApiProperty({ type: [NotificationDto] })
  items: NotificationDto[];
  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
  @ApiProperty({ type: UnreadCountDto })
  unread: UnreadCountDto;
}

export class UnreadDto {
  @ApiProperty({ type: UnreadCountDto })
  unread: UnreadCountDto;
}

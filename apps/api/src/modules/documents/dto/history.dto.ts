import { ApiProperty } from '@nestjs/swagger';

/** One line of a document's timeline. */
export class HistoryEntryDto {
  @ApiProperty({ format: 'uuid' })
  id: string;
  @ApiProperty({ format: 'date-time' })
  at: string;
  @ApiProperty({ enum: ['created', 'updated', 'transition', 'signed'] })
  type: string;
  @ApiProperty({ example: 'Отправить на доработку' })
  label: string;
  @ApiProperty({ nullable: true, type: String })
  action: string | null;
  @ApiProperty({ nullable: true, type: String })
  from: string | null;
  @ApiProperty({ nullable: true, type: String })
  fromLabel: string | null;
  @ApiProperty({ nullable: true, type: String })
  to: string | null;
  @ApiProperty({ nullable: true, type: String })
  toLabel: string | null;
  @ApiProperty({ nullable: true, type: String })
  reason: string | null;
  @ApiProperty({ nullable: true, type: String })
  personName: string | null;
  @ApiProperty({ nullable: true, type: String })
  organizationName: string | null;
  @ApiProperty({ description: 'Сделано через API-токен' })
  viaToken: boolean;
  @ApiProperty({ type: 'object', additionalProperties: true })
  payload: object;
}

export class HistoryDto {
  @ApiProperty({ type: [HistoryEntryDto] })
  items: HistoryEntryDto[];
}

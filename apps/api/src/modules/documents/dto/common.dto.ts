import { ApiProperty } from '@nestjs/swagger';
import {
  DOCUMENT_ACTIONS,
  DOCUMENT_FILE_ROLES,
  type DocumentAction,
  type DocumentFileRole,
} from '@praktika/contracts';
import { IsIn, IsUUID } from 'class-validator';

/** An action as offered to the caller. */
export class AvailableActionDto {
  @ApiProperty({ enum: DOCUMENT_ACTIONS, enumName: 'DocumentAction' })
  action: DocumentAction;
  @ApiProperty({ example: 'Согласовать проект' })
  label: string;
  @ApiProperty()
  enabled: boolean;
  @ApiProperty({ required: false, description: 'Код условия, которое не выполнено' })
  reason?: string;
  @ApiProperty({ required: false, description: 'То же словами' })
  reasonText?: string;
}

export class PartyDto {
  @ApiProperty({ format: 'uuid' })
  id: string;
  @ApiProperty()
  name: string;
  @ApiProperty()
  fullName: string;
  @ApiProperty()
  inn: string;
  @ApiProperty({ nullable: true, type: String })
  ogrn: string | null;
}

export class DocumentFileDto {
  @ApiProperty({ format: 'uuid' })
  fileId: string;
  @ApiProperty({ enum: DOCUMENT_FILE_ROLES, enumName: 'DocumentFileRole' })
  role: DocumentFileRole;
  @ApiProperty()
  name: string;
  @ApiProperty({ description: 'Байты' })
  size: number;
  @ApiProperty()
  mediaType: string;
  @ApiProperty()
  sha256: string;
}

/** A file put into a draft: an uploaded file and what it is to the document. */
export class DraftFileDto {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  fileId: string;
  @ApiProperty({ enum: DOCUMENT_FILE_ROLES, enumName: 'DocumentFileRole' })
  @IsIn(DOCUMENT_FILE_ROLES)
  role: DocumentFileRole;
}

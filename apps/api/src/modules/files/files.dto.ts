import { ApiProperty } from '@nestjs/swagger';

/** A form with one file. */
export class FileUploadDto {
  @ApiProperty({ type: 'string', format: 'binary', description: 'PDF, DOCX, XLSX, JPG или PNG, до 70 МБ' })
  file: string;
}

/** A stored file. */
export class StoredFileDto {
  @ApiProperty({ format: 'uuid' })
  id: string;
  @ApiProperty({ description: 'SHA-256 содержимого', pattern: '^[0-9a-f]{64}$' })
  sha256: string;
  @ApiProperty({ description: 'Размер, байт', example: 48213 })
  size: number;
  @ApiProperty({ example: 'Договор № 15.pdf' })
  name: string;
  @ApiProperty({ description: 'Тип, определённый по содержимому', example: 'application/pdf' })
  mediaType: string;
}

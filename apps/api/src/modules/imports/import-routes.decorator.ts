import { applyDecorators } from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiCreatedResponse,
  ApiOperation,
  ApiProduces,
  ApiResponse,
} from '@nestjs/swagger';
import { IMPORT_LIMITS, type ErrorCode } from '@praktika/contracts';
import { ApiProblems } from '../../core/http/index.js';
import { FileUploadDto, StoredFileDto } from '../files/index.js';

const MEGABYTES = IMPORT_LIMITS.size / 1024 / 1024;

/** A `POST` that takes a table in. */
export const TableRoute = (operationId: string, summary: string) =>
  applyDecorators(
    ApiOperation({
      operationId,
      summary,
      description: `XLSX или CSV (UTF-8 или windows-1251) до ${MEGABYTES} МБ и ${IMPORT_LIMITS.rows} строк.`,
    }),
    ApiConsumes('multipart/form-data'),
    ApiBody({ type: FileUploadDto }),
    ApiCreatedResponse({ type: StoredFileDto }),
    ApiProblems(
      'unauthenticated',
      'forbidden',
      'insufficient_scope',
      'payload_too_large',
      'unsupported_media_type',
      'validation_failed',
      'file_rejected',
      'storage_full',
    ),
  );

/** A `GET` of a template. */
export const TemplateRoute = (operationId: string, summary: string, ...problems: readonly ErrorCode[]) =>
  applyDecorators(
    ApiOperation({ operationId, summary, description: 'Заголовки и строка-пример.' }),
    ApiProduces('application/octet-stream'),
    ApiResponse({ status: 200, description: 'Файл', schema: { type: 'string', format: 'binary' } }),
    ApiProblems('unauthenticated', 'forbidden', 'insufficient_scope', 'invalid_parameter', ...problems),
  );

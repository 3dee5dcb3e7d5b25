import { applyDecorators } from '@nestjs/common';
import { ApiHeader, ApiProperty, ApiResponse } from '@nestjs/swagger';
import { ERROR_STATUS, type ErrorCode } from '@praktika/contracts';

/** One field at fault. */
export class FieldErrorDto {
  @ApiProperty({ description: 'JSON Pointer на поле запроса', example: '/reason' })
  pointer: string;
  @ApiProperty({ example: 'reason_required' })
  code: string;
  @ApiProperty({ example: 'Укажите причину.' })
  detail: string;
}

/** Body of every refusal (RFC 9457). */
export class ProblemDto {
  @ApiProperty({ example: 'urn:praktika:problem:validation_failed' })
  type: string;
  @ApiProperty({ example: 'Проверьте заполнение полей' })
  title: string;
  @ApiProperty({ example: 422 })
  status: number;
  @ApiProperty({ required: false })
  detail?: string;
  @ApiProperty({ example: '/api/v1/documents/…/actions/reject' })
  instance: string;
  @ApiProperty({ enum: Object.keys(ERROR_STATUS), enumName: 'ErrorCode' })
  code: ErrorCode;
  @ApiProperty({ description: 'Номер запроса: назовите его поддержке' })
  traceId: string;
  @ApiProperty({ type: () => [FieldErrorDto], required: false })
  errors?: FieldErrorDto[];
}

/** Documents the refusals an operation can give, one response per status. */
export function ApiProblems(...codes: readonly ErrorCode[]) {
  const byStatus = new Map<number, ErrorCode[]>();
  for (const code of codes) {
    const status = ERROR_STATUS[code];
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  return applyDecorators(
    ...[...byStatus].map(([status, group]) =>
      ApiResponse({
        status,
        description: group.join(', '),
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/ProblemDto' } } },
      }),
    ),
  );
}

/** Documents the version an edit or an action expects. */
export const ApiIfMatch = () =>
  ApiHeader({ name: 'If-Match', required: true, description: 'Версия объекта из ETag', example: '"v7"' });

/** Documents the key that makes a repeated request safe; tokens must send it. */
export const ApiIdempotencyKey = () =>
  ApiHeader({
    name: 'Idempotency-Key',
    required: false,
    description: 'Ключ идемпотентности, хранится 72 часа',
  });

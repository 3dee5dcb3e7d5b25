import { applyDecorators, createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { cleanText } from '@praktika/contracts';
import { Transform } from 'class-transformer';
import { MaxLength, registerDecorator, IsString } from 'class-validator';
import type { FastifyRequest } from 'fastify';
import { Refusal } from '../errors/index.js';

/** Is this text a calendar date that exists, `YYYY-MM-DD`? There is no year 0, and PostgreSQL knows none. */
export function isCalendarDate(value: unknown): boolean {
  if (typeof value !== 'string' || !/^(?!0000)\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const instant = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(value);
}

/** A calendar date `YYYY-MM-DD`, without time and zone. */
export function IsCalendarDate(): PropertyDecorator {
  return (target, propertyKey) =>
    registerDecorator({
      name: 'isCalendarDate',
      target: target.constructor,
      propertyName: String(propertyKey),
      validator: { validate: isCalendarDate },
    });
}

/** Text for people: NFC, without invisible signs and blanks at its ends, of a limited length. */
export function Text(limit: number): PropertyDecorator {
  return applyDecorators(
    Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? cleanText(value) : value)),
    IsString(),
    MaxLength(limit),
  );
}

/** A query parameter that takes several values, repeated or comma-separated; they are OR. */
export function CommaList(): PropertyDecorator {
  return Transform(({ value }: { value: unknown }) =>
    value === undefined
      ? undefined
      : (Array.isArray(value) ? value : [value]).flatMap((part) => String(part).split(',').filter(Boolean)),
  );
}

/** A whole number of a query parameter, in decimal digits. */
export function QueryNumber(): PropertyDecorator {
  return Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' ? wholeNumber(value) : value,
  );
}

const wholeNumber = (text: string) => (/^-?\d{1,9}$/.test(text) ? Number(text) : NaN);

/** A flag of a query parameter: `true` or `false`. */
export function QueryFlag(): PropertyDecorator {
  return Transform(({ value }: { value: unknown }) =>
    value === 'true' ? true : value === 'false' ? false : value,
  );
}

/**
 * The version an edit or an action expects, from `If-Match: "v7"`.
 * @throws Refusal `precondition_required` when missing, `invalid_parameter` when malformed
 */
export const IfMatch = createParamDecorator((_: unknown, context: ExecutionContext): number => {
  const header = context.switchToHttp().getRequest<FastifyRequest>().headers['if-match'];
  if (header === undefined) {
    throw new Refusal('precondition_required', {
      detail: 'Передайте версию в заголовке If-Match, например "v7".',
    });
  }
  const version = /^"v(\d{1,9})"$/.exec(header.trim())?.[1];
  if (version === undefined) {
    throw new Refusal('invalid_parameter', { detail: 'If-Match: ожидается версия вида "v7".' });
  }
  return Number(version);
});

import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { ERROR_STATUS, type ErrorCode, type Problem } from '@praktika/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { databaseFault } from './database-faults.js';
import { Refusal } from './refusal.js';
import { titleOf } from './texts.js';

/** What the framework and the adapter refuse by status, in our codes. */
const CODE_BY_STATUS: Readonly<Record<number, ErrorCode>> = {
  400: 'invalid_parameter',
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'not_found',
  405: 'method_not_allowed',
  413: 'payload_too_large',
  414: 'uri_too_long',
  415: 'unsupported_media_type',
  416: 'range_not_satisfiable',
  422: 'validation_failed',
  429: 'rate_limited',
  431: 'headers_too_large',
  503: 'unavailable',
};

/** The one place where an error becomes an answer: RFC 9457, a code of the closed list, no stack and no SQL. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Problem');

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const reply = http.getResponse<FastifyReply>();
    if (reply.sent) return;
    const request = http.getRequest<FastifyRequest>();
    const refusal = isUnreadJson(error, request) ? new Refusal('malformed_json') : asRefusal(error);
    if (refusal.code === 'internal') {
      this.logger.error({ traceId: request.id, error: describe(error) }, 'unforeseen error');
    }
    const problem = problemOf(refusal, request);
    void reply
      .status(problem.status)
      .headers({
        'cache-control': 'no-store',
        ...authenticateHeader(refusal.code),
        ...refusal.options.headers,
      })
      .type('application/problem+json; charset=utf-8')
      .send(JSON.stringify(problem));
  }
}

/** The body of a refusal's answer. */
export function problemOf(refusal: Refusal, request: FastifyRequest): Problem {
  const { detail, errors, extras } = refusal.options;
  return {
    type: `urn:praktika:problem:${refusal.code}`,
    title: titleOf(refusal.code, request.headers['accept-language']),
    status: ERROR_STATUS[refusal.code],
    ...(detail !== undefined && { detail }),
    instance: request.url.split('?')[0] ?? '/',
    code: refusal.code,
    traceId: request.id,
    ...(errors !== undefined && { errors }),
    ...extras,
  };
}

/** Nest tells of a body it could not parse by the status alone; a body that was parsed is never undefined. */
function isUnreadJson(error: unknown, { body, headers }: FastifyRequest): boolean {
  if (!(error instanceof HttpException) || error.getStatus() !== 400) return false;
  return body === undefined && headers['content-type']?.startsWith('application/json') === true;
}

/** Any error as a refusal: ours, the framework's, the database's, or `internal`. */
export function asRefusal(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  const fault = databaseFault(error);
  if (fault) return fault;
  if (error instanceof HttpException) return new Refusal(CODE_BY_STATUS[error.getStatus()] ?? 'internal');
  return adapterRefusal(error) ?? new Refusal('internal', { cause: error });
}

/** Fastify's own errors carry a status and an FST_ code. */
function adapterRefusal(error: unknown): Refusal | undefined {
  if (!(error instanceof Error) || !('statusCode' in error)) return undefined;
  const status = Number(error.statusCode);
  const fastifyCode = 'code' in error ? String(error.code) : '';
  if (error instanceof SyntaxError || fastifyCode.startsWith('FST_ERR_CTP_INVALID_JSON')) {
    return new Refusal('malformed_json');
  }
  if (fastifyCode === 'FST_ERR_CTP_EMPTY_JSON_BODY') return new Refusal('malformed_json');
  const code = CODE_BY_STATUS[status];
  return code ? new Refusal(code) : undefined;
}

function authenticateHeader(code: ErrorCode): Record<string, string> {
  return code === 'invalid_token' ? { 'www-authenticate': 'Bearer error="invalid_token"' } : {};
}

function describe(error: unknown): unknown {
  return error instanceof Error
    ? { name: error.name, message: error.message, stack: error.stack }
    : String(error);
}

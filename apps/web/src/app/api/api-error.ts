import { ERROR_STATUS, type ErrorCode, type FieldError } from '@praktika/contracts';
import type { VerificationReport } from './models.js';

/** Where the document stands now, told by a 409. */
export interface CurrentState {
  status: string;
  statusLabel: string;
  by: string | null;
  at: string | null;
}

interface ProblemBody {
  title?: string;
  detail?: string;
  code?: string;
  traceId?: string;
  errors?: FieldError[];
  current?: CurrentState;
  etag?: string;
  report?: VerificationReport;
  retryAfter?: number;
  reason?: string;
}

/** `network`: nothing came back; `unreadable`: something that is not a problem of ours (a proxy's page). */
export type FailureCode = ErrorCode | 'network' | 'unreadable';

/**
 * Every failed call, as one class: the server's problem+json or, without an answer, the code `network`. Callers
 * switch on `code`; `message` is the server's own sentence, in the language of the request.
 */
export class ApiError extends Error {
  override readonly name = 'ApiError';

  constructor(
    readonly code: FailureCode,
    readonly status: number,
    private readonly body: ProblemBody = {},
    options?: ErrorOptions,
  ) {
    super(body.detail ?? body.title ?? code, options);
  }

  /** One entry per field at fault; the pointer leads into the request body. */
  get fields(): readonly FieldError[] {
    return this.body.errors ?? [];
  }

  /** Told by 409: the status the document has now, who put it there and when. */
  get current(): CurrentState | undefined {
    return this.body.current;
  }

  /** Told by `signature_invalid`: what the verifier found. */
  get report(): VerificationReport | undefined {
    return this.body.report;
  }

  /** Told by `file_rejected`: why the file will not do. */
  get reason(): string | undefined {
    return this.body.reason;
  }

  get traceId(): string | undefined {
    return this.body.traceId;
  }

  /** The sentence meant for people, if the server gave one. */
  get detail(): string | undefined {
    return this.body.detail ?? this.body.title;
  }

  /** Nothing came back: the request may or may not have been carried out. */
  get outcomeUnknown(): boolean {
    return this.code === 'network' || this.code === 'unreadable';
  }

  static network(cause: unknown): ApiError {
    return new ApiError('network', 0, {}, { cause });
  }

  /** From an answer that is not a success; a body that is not JSON is kept as `unreadable`. */
  static async from(response: Response): Promise<ApiError> {
    const body = await readBody(response);
    return ApiError.fromBody(response.status, body);
  }

  static fromBody(status: number, body: unknown): ApiError {
    if (typeof body !== 'object' || body === null) return new ApiError('unreadable', status);
    const problem = body as ProblemBody;
    const code = problem.code !== undefined && problem.code in ERROR_STATUS ? problem.code : undefined;
    return new ApiError((code as ErrorCode | undefined) ?? 'unreadable', status, problem);
  }
}

async function readBody(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch {
    return undefined;
  }
}

export function isApiError(error: unknown, ...codes: FailureCode[]): error is ApiError {
  return error instanceof ApiError && (codes.length === 0 || codes.includes(error.code));
}

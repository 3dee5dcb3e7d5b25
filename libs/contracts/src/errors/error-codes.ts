/**
 * The closed list of problem codes and the HTTP status of each (reliability.md §2.1). The API has one map and one
 * filter; clients switch on `code`, never on the text.
 */
export const ERROR_STATUS = {
  malformed_json: 400,
  invalid_parameter: 400,
  idempotency_key_required: 400,
  invalid_cursor: 400,
  ambiguous_credentials: 400,
  unauthenticated: 401,
  invalid_token: 401,
  invalid_credentials: 401,
  mfa_required: 401,
  forbidden: 403,
  insufficient_scope: 403,
  csrf_rejected: 403,
  step_up_required: 403,
  organization_required: 403,
  not_found: 404,
  method_not_allowed: 405,
  invalid_state: 409,
  already_signed: 409,
  document_withdrawn: 409,
  duplicate: 409,
  idempotency_in_progress: 409,
  precondition_failed: 412,
  payload_too_large: 413,
  uri_too_long: 414,
  unsupported_media_type: 415,
  range_not_satisfiable: 416,
  validation_failed: 422,
  file_rejected: 422,
  document_changed: 409,
  idempotency_key_reused: 422,
  signature_invalid: 422,
  precondition_required: 428,
  rate_limited: 429,
  too_many_attempts: 429,
  headers_too_large: 431,
  internal: 500,
  unavailable: 503,
  overloaded: 503,
  revocation_unavailable: 503,
  storage_full: 507,
} as const;

export type ErrorCode = keyof typeof ERROR_STATUS;

/** One field at fault: a JSON pointer into the request and a stable code. */
export interface FieldError {
  readonly pointer: string;
  readonly code: string;
  readonly detail: string;
}

/** RFC 9457 body of every refusal. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail?: string;
  readonly instance: string;
  readonly code: ErrorCode;
  readonly traceId: string;
  readonly errors?: readonly FieldError[];
}

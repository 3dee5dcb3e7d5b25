import createClient from 'openapi-fetch';
import { currentLanguage } from '../i18n.js';
import { ApiError } from './api-error.js';
import type { paths } from './paths.js';
import { reauthentication } from './reauthentication.js';

export const API_BASE = '/api/v1';

/** The two doors of the session itself: their 401 means a wrong password, not an expired session. */
const SESSION_DOORS = ['/auth/login', '/auth/password'];

/**
 * One request. When the session has expired, the sign-in opens over the page and the same request is sent again
 * afterwards, so that a half-filled form never loses its press.
 */
export async function send(request: Request): Promise<Response> {
  request.headers.set('Accept-Language', currentLanguage());
  const again = request.clone();
  const response = await attempt(request);
  if (response.status !== 401 || SESSION_DOORS.some((door) => request.url.endsWith(door))) return response;
  if (!(await reauthentication.ask())) return response;
  return attempt(again);
}

async function attempt(request: Request): Promise<Response> {
  try {
    return await globalThis.fetch(request);
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
    throw ApiError.network(cause);
  }
}

/** The typed client: one function per operation of the OpenAPI file. Lists go as comma-separated values. */
export const api = createClient<paths>({
  baseUrl: new URL(API_BASE, location.origin).href,
  fetch: send,
  querySerializer: { array: { style: 'form', explode: false } },
});

/** The data of a successful answer; anything else is thrown as an `ApiError`. */
export async function unwrap<T>(
  call: Promise<{ data?: T; error?: unknown; response: Response }>,
): Promise<T> {
  const { data, error, response } = await call;
  if (!response.ok) throw ApiError.fromBody(response.status, error);
  return data as T;
}

/** The `If-Match` header for the version a person is looking at. */
export function ifMatch(version: number): { 'If-Match': string } {
  return { 'If-Match': `"v${version}"` };
}

/** A fresh `Idempotency-Key`: a repeated press after a lost answer is carried out once. */
export function idempotencyKey(): { 'Idempotency-Key': string } {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return { 'Idempotency-Key': Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('') };
}

/** The exact bytes of a stored file. */
export async function fetchFileBytes(fileId: string, signal?: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
  const url = new URL(fileUrl(fileId), location.origin);
  const response = await send(new Request(url, signal ? { signal } : {}));
  if (!response.ok) throw await ApiError.from(response);
  return new Uint8Array(await response.arrayBuffer());
}

export function fileUrl(fileId: string): string {
  return `${API_BASE}/files/${fileId}/content`;
}

import { vi } from 'vitest';

interface Answer {
  status?: number;
  body?: unknown;
}

type Handler = (request: Request, body: unknown) => Answer | Promise<Answer> | Error;

export interface SeenRequest {
  method: string;
  path: string;
  headers: Headers;
  body: unknown;
}

/**
 * Stands in for the server: the handler answers every request of the page, and what was asked is kept. An `Error`
 * is a connection that broke.
 */
export function serve(handler: Handler): SeenRequest[] {
  const seen: SeenRequest[] = [];
  vi.stubGlobal('fetch', async (request: Request) => {
    const url = new URL(request.url);
    const text = request.method === 'GET' ? '' : await request.clone().text();
    const body: unknown = text ? JSON.parse(text) : undefined;
    seen.push({ method: request.method, path: url.pathname + url.search, headers: request.headers, body });
    const answer = await handler(request, body);
    if (answer instanceof Error) throw answer;
    const { status = 200, body: payload } = answer;
    return new Response(payload === undefined ? null : JSON.stringify(payload), {
      status,
      headers: { 'content-type': status >= 400 ? 'application/problem+json' : 'application/json' },
    });
  });
  return seen;
}

/** A refusal as the server words it. */
export function problem(status: number, code: string, extra: Record<string, unknown> = {}): Answer {
  return {
    status,
    body: { type: 'about:blank', title: code, status, code, instance: '/x', traceId: 'trace-1', ...extra },
  };
}

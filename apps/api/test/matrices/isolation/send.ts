import { randomUUID } from 'node:crypto';
import request, { type Response } from 'supertest';
import type { Caller, TestApp } from '../../support/index.js';
import type { Operation } from '../routes.js';

/** What a request says beside its operation: values of the path's parameters, query, body, expected version. */
export interface Shape {
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: object;
  /** Parts of a multipart form. */
  readonly form?: Readonly<Record<string, { readonly bytes: Buffer; readonly name: string }>>;
  /** `If-Match`: a version, or an address whose ETag the caller is shown first. */
  readonly version?: number | { readonly of: string };
}

/** An answer as bytes: nothing is parsed away before it is searched. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly bytes: Buffer;
}

/** Sends an operation as somebody. A path parameter without a value fails the test. */
export async function send(
  test: TestApp,
  caller: Caller,
  operation: Operation,
  shape: Shape,
): Promise<Answer> {
  const path = operation.path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = shape.path?.[name];
    if (value === undefined) throw new Error(`${operation.operationId}: no value for {${name}}`);
    return encodeURIComponent(value);
  });
  const query = new URLSearchParams(shape.query).toString();
  const method = operation.method.toLowerCase() as 'get' | 'post' | 'patch' | 'put' | 'delete';
  let call = request(test.app.getHttpServer())
    [method](query ? `${path}?${query}` : path)
    .set(caller.headers);
  if (method !== 'get') call = call.set('Idempotency-Key', randomUUID());
  const version = await versionFor(test, caller, shape);
  if (version !== undefined) call = call.set('If-Match', version);
  for (const [part, { bytes, name }] of Object.entries(shape.form ?? {})) {
    call = call.attach(part, bytes, { filename: name });
  }
  if (method !== 'get' && !shape.form) call = call.send(shape.body ?? {});
  const response = await call.buffer(true).parse(collect);
  return { status: response.status, headers: response.headers, bytes: response.body as Buffer };
}

async function versionFor(test: TestApp, caller: Caller, { version }: Shape): Promise<string | undefined> {
  if (version === undefined) return undefined;
  if (typeof version === 'number') return `"v${version}"`;
  const shown = await request(test.app.getHttpServer()).get(version.of).set(caller.headers);
  return shown.headers['etag'] ?? '"v1"';
}

/** The body whole; of an endless stream its first bytes. */
function collect(stream: Response, done: (error: Error | null, body: Buffer) => void): void {
  const source = stream as unknown as NodeJS.ReadableStream & {
    headers: Record<string, string>;
    destroy(): void;
  };
  const parts: Buffer[] = [];
  const endless = source.headers['content-type']?.startsWith('text/event-stream') === true;
  source.on('data', (part: Buffer) => {
    parts.push(part);
    if (!endless) return;
    done(null, Buffer.concat(parts));
    source.destroy();
  });
  source.on('end', () => done(null, Buffer.concat(parts)));
}

/** The answer without what must differ: the request's number, its address and the instant. */
export function comparable({ status, headers, bytes }: Answer): object {
  const { date: _date, etag: _etag, 'content-length': _length, ...rest } = headers;
  const text = bytes
    .toString('utf8')
    .replace(/"traceId":"[^"]*"/, '"traceId":""')
    .replace(/"instance":"[^"]*"/, '"instance":""');
  return { status, headers: rest, text };
}

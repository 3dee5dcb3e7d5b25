import { randomUUID } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import request, { type Response, type Test } from 'supertest';

/** Somebody who calls the API over HTTP, with their credentials. */
export class Caller {
  constructor(
    private readonly app: NestFastifyApplication,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {}

  /** The same caller with further headers. */
  with(headers: Readonly<Record<string, string>>): Caller {
    return new Caller(this.app, { ...this.headers, ...headers });
  }

  get(path: string): Test {
    return this.send('get', path);
  }

  post(path: string, body: object = {}): Test {
    return this.send('post', path).send(body);
  }

  patch(path: string, body: object, version?: number): Test {
    const test = this.send('patch', path);
    return (version === undefined ? test : test.set('If-Match', `"v${version}"`)).send(body);
  }

  /** An action on a document in the version the caller saw. */
  act(id: string, action: string, version: number | undefined, body: object = {}): Test {
    const test = this.send('post', `/documents/${id}/actions/${action}`);
    return (version === undefined ? test : test.set('If-Match', `"v${version}"`)).send(body);
  }

  /** Uploads bytes as a form's `file`. */
  upload(bytes: Uint8Array, name: string): Test {
    return this.send('post', '/files').attach('file', Buffer.from(bytes), { filename: name });
  }

  /** Any method and path under /api/v1. */
  send(method: 'get' | 'post' | 'patch' | 'put' | 'delete', path: string): Test {
    const test = request(this.app.getHttpServer())[method](`/api/v1${path}`).set(this.headers);
    const needsKey =
      method !== 'get' && 'authorization' in this.headers && !('idempotency-key' in this.headers);
    return needsKey ? test.set('Idempotency-Key', randomUUID()) : test;
  }
}

/** Fails with the problem's own words when the status is another. */
export function expectStatus(response: Response, status: number): Response {
  if (response.status !== status) {
    throw new Error(`expected ${status}, got ${response.status}: ${response.text.slice(0, 2000)}`);
  }
  return response;
}

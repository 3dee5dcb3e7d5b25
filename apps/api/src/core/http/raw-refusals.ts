import type { Socket } from 'node:net';
import { STATUS_CODES } from 'node:http';
import { ERROR_STATUS, type ErrorCode, type Problem } from '@praktika/contracts';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { asRefusal, problemOf, Refusal, titleOf } from '../errors/index.js';
import { newId } from '../ids/index.js';

const PROBLEM = 'application/problem+json; charset=utf-8';

/** What the server refuses before a route is found: an address that cannot be decoded, a part of it too long. */
export function refuseUnroutable(error: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  const problem = problemOf(asRefusal(error), request);
  void reply.status(problem.status).type(PROBLEM).send(JSON.stringify(problem));
}

/** What Node's parser refuses before there is a request at all: headers too large, a line that is no HTTP. */
export function refuseUnparsable(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const code: ErrorCode = error.code === 'HPE_HEADER_OVERFLOW' ? 'headers_too_large' : 'invalid_parameter';
  const status = ERROR_STATUS[code];
  const problem: Problem = {
    type: `urn:praktika:problem:${code}`,
    title: titleOf(code, undefined),
    status,
    ...(code === 'invalid_parameter' && { detail: 'Запрос не разобран: это не правильный HTTP.' }),
    instance: '/',
    code,
    traceId: newId(),
  };
  const body = JSON.stringify(problem);
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    `Content-Type: ${PROBLEM}`,
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}

/**
 * Answers a known address asked by another method with 405 and the methods it takes (reliability.md T33). Call before
 * the routes are registered.
 */
export function refuseOtherMethods(fastify: FastifyInstance): void {
  const known: { readonly pattern: RegExp; readonly methods: readonly string[] }[] = [];
  fastify.addHook('onRoute', ({ url, method }) => {
    if (!url.startsWith('/api/') || url.includes('*')) return;
    known.push({ pattern: patternOf(url), methods: [method].flat() });
  });
  fastify.addHook('onRequest', (request, reply, done) => {
    const lost = request.is404 || request.routeOptions.url === '/*';
    const path = request.url.split('?', 1)[0]!;
    const methods = lost
      ? known.filter(({ pattern }) => pattern.test(path)).flatMap((route) => route.methods)
      : [];
    if (methods.length === 0) return done();
    const problem = problemOf(new Refusal('method_not_allowed'), request);
    void reply
      .status(problem.status)
      .header('allow', [...new Set(methods)].sort().join(', '))
      .type(PROBLEM)
      .send(JSON.stringify(problem));
  });
}

/** The route's address as a pattern: a parameter is any part between slashes. */
function patternOf(url: string): RegExp {
  const parts = url
    .split('/')
    .map((part) => (part.startsWith(':') ? '[^/]+' : part.replace(/[.+?^$()[\]{}|\\]/g, '\\$&')));
  return new RegExp(`^${parts.join('/')}$`);
}

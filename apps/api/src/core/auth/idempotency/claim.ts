import { createHash } from 'node:crypto';
import { canonicalJson } from '@praktika/contracts';
import type { FastifyRequest } from 'fastify';
import type { Actor, IdempotencyClaim } from '../../access/index.js';
import { Refusal } from '../../errors/index.js';

const HEADER = 'idempotency-key';
const MUTATIONS = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);
/** Printable ASCII, as long as the column holds. */
const KEY = /^[\x21-\x7e]{1,255}$/;

/** A program repeats what it is unsure of: without a key a token's POST could happen twice. */
export function refuseTokenWithoutKey(request: FastifyRequest): void {
  if (request.method === 'POST' && request.headers[HEADER] === undefined) {
    throw new Refusal('idempotency_key_required');
  }
}

/**
 * The claim of a mutation with an `Idempotency-Key`, or undefined. Keys of one caller never meet those of another.
 *
 * The hash covers the address and the canonical body, so that one key for two documents is a reuse and not a
 * replay. A multipart body is a stream not yet read: its declared length stands for it.
 * @throws Refusal `invalid_parameter` for a key that is not 1–255 printable signs
 */
export function claimOf(
  actor: Pick<Actor, 'personId' | 'tokenId'>,
  request: FastifyRequest,
): IdempotencyClaim | undefined {
  const key = request.headers[HEADER];
  if (key === undefined || !MUTATIONS.has(request.method)) return undefined;
  if (typeof key !== 'string' || !KEY.test(key)) {
    throw new Refusal('invalid_parameter', {
      detail: 'Idempotency-Key: от 1 до 255 печатных знаков без пробелов',
    });
  }
  return {
    scope: actor.tokenId ?? actor.personId,
    key,
    operation: `${request.method} ${request.routeOptions.url ?? request.url}`,
    hash: createHash('sha256')
      .update(`${request.url}\n${bodyText(request)}`)
      .digest('hex'),
  };
}

function bodyText({ body, headers }: FastifyRequest): string {
  if (headers['content-type']?.startsWith('multipart/')) return `multipart ${headers['content-length']}`;
  try {
    return canonicalJson(body);
  } catch (error) {
    // nested deeper than any of our bodies, and than the stack
    if (error instanceof RangeError) throw new Refusal('malformed_json');
    throw error;
  }
}

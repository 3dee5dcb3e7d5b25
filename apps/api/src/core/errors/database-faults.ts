import { Refusal } from './refusal.js';

/** PostgreSQL's own words for "not now": shutdown, start-up, too many connections, time-outs, lost connections. */
const UNAVAILABLE = new Set([
  '57P01',
  '57P02',
  '57P03',
  '08000',
  '08001',
  '08003',
  '08004',
  '08006',
  '53300',
]);
const BUSY = new Set(['57014', '55P03', '40001', '40P01']);
const NETWORK = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND']);

/** A foreseen fault of the database as a refusal with Retry-After, or undefined for anything else. */
export function databaseFault(error: unknown): Refusal | undefined {
  if (!(error instanceof Error)) return undefined;
  const code = 'code' in error ? String(error.code) : '';
  const lost = /Connection terminated|timeout exceeded when trying to connect|Client has encountered/.test(
    error.message,
  );
  if (UNAVAILABLE.has(code) || NETWORK.has(code) || lost) {
    return new Refusal('unavailable', { headers: { 'retry-after': '2' }, cause: error });
  }
  if (BUSY.has(code)) return new Refusal('overloaded', { headers: { 'retry-after': '1' }, cause: error });
  if (code === '53100') return new Refusal('storage_full', { cause: error });
  return undefined;
}

/** The constraint a unique violation hit, or undefined when the error is something else. */
export function violatedConstraint(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error) || error.code !== '23505') return undefined;
  return 'constraint' in error ? String(error.constraint) : '';
}

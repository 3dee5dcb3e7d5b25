import type { Readable } from 'node:stream';
import { Client, escapeLiteral, type ClientConfig } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { prepareValue } from 'pg/lib/utils.js';
import type { Scope, Statement } from './database.js';
import { scopeQuery } from './prepared-query.js';

/** A large export into a slow program takes minutes, and its statement lasts as long as it is read. */
const COPY_TIMEOUT_MS = 15 * 60_000;

/**
 * Runs `COPY (statement) TO STDOUT` under row-level security, read-only, and gives its output to the work.
 *
 * It has a connection of its own beside the pool: while a COPY runs nothing else can be asked on its connection, and
 * node-postgres refuses streams on the pool's pipelined ones. Giving up closes it, which ends the statement.
 *
 * @param config how the pool connects
 * @param options of COPY, such as `FORMAT csv`; a constant
 */
export async function copyOut<Result>(
  config: ClientConfig,
  scope: Scope,
  { text }: Statement,
  values: readonly unknown[],
  options: string,
  work: (output: Readable) => Promise<Result>,
): Promise<Result> {
  const client = new Client({
    ...config,
    pipeline: false,
    statement_timeout: COPY_TIMEOUT_MS,
    // after the last row the work may still be busy with it
    idle_in_transaction_session_timeout: COPY_TIMEOUT_MS,
  });
  client.on('error', () => undefined);
  await client.connect();
  let output: Readable | undefined;
  try {
    await client.query('BEGIN');
    await client.query(scopeQuery(scope, true));
    output = client.query(copyTo(`COPY (${withLiterals(text, values)}) TO STDOUT WITH (${options})`));
    const result = await work(output);
    await client.query('COMMIT');
    return result;
  } finally {
    output?.on('error', () => undefined).destroy();
    await client.end().catch(() => undefined);
  }
}

/**
 * The statement with its values in place of `$1`, `$2`, …: COPY is a utility statement and takes no parameters.
 *
 * Every value becomes one literal, quoted by node-postgres as PostgreSQL's own client library does: quotes doubled,
 * backslashes only within `E''`. PostgreSQL reads it as a value of unknown type, exactly as it would a parameter. The
 * text is gone through once, so nothing inside a value is taken for a placeholder.
 *
 * @throws TypeError for a value with a NUL, which would end the statement's text on the wire, or one that is missing
 */
export function withLiterals(text: string, values: readonly unknown[]): string {
  return text.replace(/\$(\d+)/g, (placeholder, number: string) => {
    if (Number(number) > values.length) throw new TypeError(`no value for ${placeholder}`);
    const value = prepareValue(values[Number(number) - 1]);
    if (value === null) return 'NULL';
    if (typeof value !== 'string' || value.includes('\0')) throw new TypeError('not a text PostgreSQL takes');
    return escapeLiteral(value);
  });
}

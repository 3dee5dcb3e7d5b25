import { createHash } from 'node:crypto';
import type { Statement } from './database.js';

/** A statement with what it is run with. */
export interface Query {
  readonly statement: Statement;
  readonly values: unknown[];
}

/** Statements by their text; as many as there are shapes of a query. */
const statements = new Map<string, Statement>();

/** The name of a statement is a digest of its text: each shape is planned once per connection. */
export function named(text: string): Statement {
  const known = statements.get(text);
  if (known) return known;
  const digest = createHash('sha256').update(text).digest('base64url').slice(0, 22);
  const statement = { name: `shape.${digest}`, text };
  statements.set(text, statement);
  return statement;
}

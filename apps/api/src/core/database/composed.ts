import { createHash } from 'node:crypto';
import type { Statement } from './database.js';

/** A statement with what it is run with. */
export interface Query {
  readonly statement: Statement;
  readonly values: unknown[];
}

/** Statements by their text; as many as there are shapes of a query. */
const statements = new Map<string, Statement>();

/** The name of a statement put together of constant pieces is a digest of its text: each shape is planned once per connection. */
export function named(text: string): Statement {
  const known = statements.get(text);
  if (known) return known;
  const digest = createHash('sha256').update(text).digest('base64url').slice(0, 22);
  const statement = { name: `composed.${digest}`, text };
  statements.set(text, statement);
  return statement;
}

/** The condition of a query: constant pieces of SQL joined by AND, and the values they number. */
export class Conditions {
  private readonly pieces: string[] = [];

  /** @param values of the statement; conditions of one statement share them */
  constructor(readonly values: unknown[] = []) {}

  /** Adds a piece; its `?` becomes the number of the value. */
  add(piece: string, ...values: readonly unknown[]): this {
    let text = piece;
    for (const value of values) {
      this.values.push(value);
      text = text.replace('?', `$${this.values.length}`);
    }
    this.pieces.push(text);
    return this;
  }

  /** One value is an equality (an index keeps the page's order), several are ANY. */
  among(column: string, type: string, list: readonly string[] | undefined): this {
    if (list === undefined || list.length === 0) return this;
    if (list.length === 1) return this.add(`${column} = ?::${type}`, list[0]);
    return this.add(`${column} = ANY (?::${type}[])`, list);
  }

  /** The condition so far, as SQL. */
  get sql(): string {
    return this.pieces.join(' AND ');
  }
}

/** A pattern that LIKE finds a text by anywhere, whatever signs the text has. */
export const anywhere = (text: string): string => `%${escapeLike(text)}%`;

/** A text whose signs mean only themselves to LIKE. */
export const escapeLike = (text: string): string => text.replace(/[\\%_]/g, '\\$&');

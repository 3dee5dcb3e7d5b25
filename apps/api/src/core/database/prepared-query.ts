import pg, { type ClientBase, type Connection, type FieldDef, type PoolClient } from 'pg';
import { prepareValue } from 'pg/lib/utils.js';
import type { Scope, Statement } from './database.js';
import { columnTypes } from './types.js';

/**
 * Whom row-level security lets through, for the length of a transaction; without an id a setting is empty and lets
 * nothing through. Values: organization, person, `on` or `off` for a transaction that may not write, and how its
 * statements are planned.
 */
const SCOPE: Statement = {
  name: 'scope',
  text: `SELECT set_config('app.organization', $1, true), set_config('app.person', $2, true),
                set_config('transaction_read_only', $3, true), set_config('plan_cache_mode', $4, true)`,
};

const scopeValues = ({ organizationId, personId }: Scope, readOnly: boolean) => [
  organizationId ?? '',
  personId ?? '',
  readOnly ? 'on' : 'off',
  // left to itself PostgreSQL plans a registry's page anew for every large organization, which takes longer than
  // reading it
  readOnly ? 'force_generic_plan' : 'auto',
];

/** The statement that opens a scope within a running transaction; a read-only one can write nothing from then on. */
export function scopeQuery(scope: Scope, readOnly = false) {
  return { ...SCOPE, values: scopeValues(scope, readOnly) };
}

/** Prepares the scope on a new connection: a read within a scope relies on it. */
export async function prepareScope(client: ClientBase): Promise<void> {
  await client.query(scopeQuery({}));
}

/**
 * Runs one named statement as a transaction of its own and in one packet.
 *
 * With a scope it is a read under row-level security: the scope is bound and executed, then the statement, and only
 * then comes the Sync that ends PostgreSQL's implicit transaction (its manual, «Extended Query», «Pipelining»). The
 * settings are local to it, so nothing is left on the connection, and BEGIN and COMMIT cost nothing.
 */
export function runPrepared<Row>(
  client: PoolClient,
  statement: Statement,
  values: readonly unknown[],
  scope?: Scope,
): Promise<Row[]> {
  return new Promise((resolve, reject) => {
    const query = new PreparedQuery(statement, [...values], scope);
    query.callback = (error) => {
      const failure = error ?? query.unreadable;
      if (failure === undefined) resolve(query.received as Row[]);
      else reject(failure);
    };
    client.query(query as never);
  });
}

type Row = Record<string, unknown>;

/** What a statement answers with: the names of its columns, their parsers, and a row without values to copy. */
interface Shape {
  readonly names: readonly string[];
  readonly parsers: readonly ((text: string) => unknown)[];
  readonly blank: Row;
}

/** Shapes of the statements a connection has prepared: they need not be described again. */
const shapesOf = new WeakMap<Connection, Map<string, Shape>>();

/** node-postgres's query with what its connection calls on it; the published types tell of `submit` alone. */
interface PgQuery {
  name: string;
  values: unknown[];
  callback: (error: Error | undefined) => void;
  submit(connection: Connection): Error | null;
  handleRowDescription(message: { readonly fields: readonly FieldDef[] }): void;
  handleDataRow(message: { readonly fields: readonly (string | null)[] }): void;
  handleCommandComplete(message: unknown, connection: Connection): void;
  handleError(error: Error, connection: Connection): void;
}

const PgQuery = pg.Query as unknown as new (text: string) => PgQuery;

class PreparedQuery extends PgQuery {
  readonly received: Row[] = [];
  /** What stood in the way of reading a row: thrown in a handler it would end the process. */
  unreadable: Error | undefined;
  private connection: Connection | undefined;
  private shape: Shape | undefined;
  /** Is the scope's own answer still to come? */
  private awaitsScope: boolean;

  constructor(
    { name, text }: Statement,
    private readonly parameters: unknown[],
    private readonly scope: Scope | undefined,
  ) {
    // told one by one: a configuration would be copied, property by property
    super(text);
    this.name = name;
    this.values = parameters;
    this.awaitsScope = scope !== undefined;
  }

  override submit(connection: Connection): Error | null {
    this.connection = connection;
    const { stream } = connection;
    stream.cork();
    try {
      if (this.scope) bindAndExecute(connection, SCOPE.name, scopeValues(this.scope, true));
      this.shape = shapesOf.get(connection)?.get(this.name);
      if (this.shape === undefined) return super.submit(connection);
      bindAndExecute(connection, this.name, this.parameters);
      connection.sync();
      return null;
    } finally {
      stream.uncork();
    }
  }

  /** Only the statement is described, the first time it runs on a connection. */
  override handleRowDescription({ fields }: { readonly fields: readonly FieldDef[] }): void {
    this.shape = shapeOf(fields);
    if (this.connection === undefined) return;
    const shapes = shapesOf.get(this.connection) ?? new Map<string, Shape>();
    shapesOf.set(this.connection, shapes.set(this.name, this.shape));
  }

  override handleDataRow({ fields }: { readonly fields: readonly (string | null)[] }): void {
    if (this.awaitsScope || this.shape === undefined) return;
    try {
      this.received.push(rowOf(this.shape, fields));
    } catch (error) {
      this.unreadable ??= error as Error;
    }
  }

  override handleCommandComplete(): void {
    this.awaitsScope = false;
  }

  /** A statement that was refused is described anew: its connection may have to prepare it again. */
  override handleError(error: Error, connection: Connection): void {
    shapesOf.get(connection)?.delete(this.name);
    super.handleError(error, connection);
  }
}

function bindAndExecute(connection: Connection, statement: string, values: unknown[]): void {
  connection.bind({ statement, values: values as string[], valueMapper: prepareValue }, true);
  connection.execute({}, true);
}

function rowOf({ names, parsers, blank }: Shape, fields: readonly (string | null)[]): Row {
  const row = { ...blank };
  for (let place = 0; place < fields.length; place += 1) {
    const text = fields[place];
    if (typeof text === 'string') row[names[place]!] = parsers[place]!(text);
  }
  return row;
}

function shapeOf(fields: readonly FieldDef[]): Shape {
  const names = fields.map(({ name }) => name);
  return {
    names,
    parsers: fields.map(({ dataTypeID }) => columnTypes.getTypeParser(dataTypeID)),
    blank: Object.fromEntries(names.map((name) => [name, null])),
  };
}

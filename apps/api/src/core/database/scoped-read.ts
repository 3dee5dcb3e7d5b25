import pg, {
  type ClientBase,
  type Connection,
  type QueryConfig,
  type QueryResult,
  type QueryResultRow,
} from 'pg';
import type { Scope, Statement } from './database.js';

/**
 * Whom row-level security lets through, for the length of a transaction; without an id a setting is empty and lets
 * nothing through. Values: organization, person, `on` or `off` for a transaction that may not write.
 */
const SCOPE: Statement = {
  name: 'scope',
  text: `SELECT set_config('app.organization', $1, true), set_config('app.person', $2, true),
                set_config('transaction_read_only', $3, true)`,
};

const valuesOf = ({ organizationId, personId }: Scope, readOnly: boolean) => [
  organizationId ?? '',
  personId ?? '',
  readOnly ? 'on' : 'off',
];

/** The statement that opens a scope within a running transaction. */
export function scopeQuery(scope: Scope) {
  return { ...SCOPE, values: valuesOf(scope, false) };
}

/** Prepares the scope on a new connection: a scoped read relies on it. */
export async function prepareScope(client: ClientBase): Promise<void> {
  await client.query(scopeQuery({}));
}

/** node-postgres's query with what its connection calls on it; the types tell of `submit` alone. */
interface PgQuery<Row extends QueryResultRow> {
  callback: (error: Error | undefined, result: QueryResult<Row>) => void;
  submit(connection: Connection): Error | null;
  handleDataRow(message: unknown): void;
  handleCommandComplete(message: unknown, connection: Connection): void;
}

const PgQuery = pg.Query as unknown as new <Row extends QueryResultRow>(config: QueryConfig) => PgQuery<Row>;

/**
 * A statement under row-level security as one packet: the scope is bound and executed, then the statement, and only
 * then comes the Sync that ends PostgreSQL's implicit transaction (its manual, «Extended Query», «Pipelining»). The
 * settings are local to it, so nothing is left on the connection, and BEGIN and COMMIT cost nothing.
 */
export class ScopedRead<Row extends QueryResultRow> extends PgQuery<Row> {
  /** Has the scope's own answer passed by? It is not described, so the first description is the statement's. */
  private scoped = false;

  constructor(
    private readonly scope: Scope,
    statement: Statement,
    values: readonly unknown[],
  ) {
    super({ ...statement, values: [...values] });
  }

  override submit(connection: Connection): Error | null {
    const { stream } = connection;
    stream.cork();
    try {
      connection.bind({ statement: SCOPE.name, values: valuesOf(this.scope, true) }, true);
      connection.execute({}, true);
      return super.submit(connection);
    } finally {
      stream.uncork();
    }
  }

  override handleDataRow(message: unknown): void {
    if (this.scoped) super.handleDataRow(message);
  }

  override handleCommandComplete(message: unknown, connection: Connection): void {
    if (this.scoped) super.handleCommandComplete(message, connection);
    this.scoped = true;
  }
}

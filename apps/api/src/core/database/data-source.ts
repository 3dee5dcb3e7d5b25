import type { ClientBase } from 'pg';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { migrations } from '../../migrations/index.js';
import { prepareScope } from './prepared-query.js';
import { columnTypes } from './types.js';

/** Connections one process may hold. */
const POOL_SIZE = 20;
/**
 * Connections kept though nobody needs them for a while: a new one has to prove itself and plan each statement before
 * it runs, a tenth of a second for the first press after a pause.
 */
const KEPT = 4;

/**
 * Options of the one data source. Statements give up after 5 s, locks after 2 s and idle transactions after 10 s
 * (reliability.md §4.6); the connection speaks UTC; pipelining lets the scope of a transaction go out with its BEGIN.
 *
 * @param url address of the application role; of the owner for migrations
 */
export function dataSourceOptions(url: string): DataSourceOptions {
  return {
    type: 'postgres',
    url,
    synchronize: false,
    migrations,
    migrationsTransactionMode: 'each',
    entities: [],
    poolErrorHandler: () => undefined,
    extra: {
      max: POOL_SIZE,
      min: KEPT,
      pipeline: true,
      types: columnTypes,
      statement_timeout: 5_000,
      lock_timeout: 2_000,
      idle_in_transaction_session_timeout: 10_000,
      connectionTimeoutMillis: 5_000,
      application_name: 'praktika',
      options: '-c timezone=UTC',
      onConnect: takeUp,
    },
  };
}

/** A new connection of the pool. */
async function takeUp(client: ClientBase): Promise<void> {
  surviveLoss(client);
  await prepareScope(client);
}

/**
 * While a connection is lent out the pool does not listen to it, and an error nobody listens to ends the process: a
 * server that dies between two statements would (reliability.md §1.6). The next statement tells of the loss.
 */
function surviveLoss(client: ClientBase): void {
  client.on('error', () => undefined);
}

/** A data source over the options above. */
export const createDataSource = (url: string): DataSource => new DataSource(dataSourceOptions(url));

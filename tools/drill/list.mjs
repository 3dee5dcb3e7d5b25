/** Every drill at its full size: what `npm run drill` runs. `npm test` runs some of them in small. */
import { killApi } from './drills/kill-api.mjs';
import { killBatch } from './drills/kill-batch.mjs';
import { killImport } from './drills/kill-import.mjs';
import { killPostgres } from './drills/kill-postgres.mjs';
import { queueLoss } from './drills/queue-loss.mjs';
import { rollingRestart } from './drills/rolling-restart.mjs';
import { twoWorkers } from './drills/two-workers.mjs';

export const drills = {
  'kill-api': {
    title: 'kill -9 of one of two API processes while both parties sign and withdraw',
    run: (context) => killApi({ ...context, documents: 110, rounds: 5, kills: 4, apis: 2 }),
  },
  'kill-batch': {
    title: 'kill -9 of the worker in the middle of a batch of 500 documents',
    run: (context) => killBatch({ ...context, documents: 490, kills: 4 }),
  },
  'kill-import': {
    title: 'kill -9 of the worker in the middle of an import of 20,000 rows',
    run: (context) => killImport({ ...context, rows: 20_000, kills: 4 }),
  },
  'kill-postgres': {
    title: 'kill -9 of PostgreSQL under the same load',
    run: (context) => killPostgres({ ...context, documents: 110, rounds: 5, downFor: 3_000 }),
  },
  'queue-loss': {
    title: 'Redis emptied, killed and started empty while documents are sent',
    run: (context) => queueLoss({ ...context, documents: 180 }),
  },
  'two-workers': {
    title: 'thirty days of reminders, two scans at once, some killed in the middle',
    run: (context) => twoWorkers({ ...context, documents: 10_000 }),
  },
  'rolling-restart': {
    title: 'SIGTERM of one API after the other under load through a proxy',
    run: (context) => rollingRestart({ ...context, restarts: 6, clients: 12 }),
  },
};

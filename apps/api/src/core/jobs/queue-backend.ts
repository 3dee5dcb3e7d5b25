import { createPostgresBackend, withBackend, Queue, Worker, type Job } from 'bullmq';
import { Redis } from 'ioredis';
import pg from 'pg';
import type { Config } from '../config/index.js';
import { QUEUES } from './job-kind.js';

/** The store behind the queues. Which one it is nothing else in the code knows. */
export interface QueueBackend {
  queue(name: string): Queue;
  worker(name: string, concurrency: number, work: (job: Job) => Promise<void>): Worker;
  /** @throws Error when a producer would have to wait for the store */
  reachable(): Promise<void>;
  /** Closes what the backend itself holds; queues and workers are closed by whoever opened them. */
  close(): Promise<void>;
}

/** A producer gives up on a Redis that does not answer within this time (reliability.md F4). */
const ENQUEUE_LIMIT_MS = 500;

/** A worker that lost its store asks again after this time. */
const RETRY_MS = 1_000;

/** BullMQ on Redis when REDIS_URL is set, on PostgreSQL otherwise. Opens no connection until a queue is used. */
export function openQueueBackend(
  config: Pick<Config, 'databaseUrl' | 'redisUrl'>,
  onError: (error: Error) => void,
): QueueBackend {
  return config.redisUrl === undefined
    ? onPostgres(config.databaseUrl, onError)
    : onRedis(config.redisUrl, config.databaseUrl, onError);
}

/** One pool for all queues of the process; each worker keeps one of its connections to listen on. */
function onPostgres(connectionString: string, onError: (error: Error) => void): QueueBackend {
  const pool = new pg.Pool({
    connectionString,
    max: QUEUES.length + 5,
    keepAlive: true,
    connectionTimeoutMillis: 5_000,
    statement_timeout: 10_000,
    application_name: 'praktika-queue',
    options: '-c search_path=bullmq',
  });
  // each queue and each worker listens to it
  pool.setMaxListeners(2 * QUEUES.length + 5);
  // Without a listener a dying server ends the process (reliability.md §1.6).
  pool.on('error', onError);
  // The pool listens to idle connections alone; one that is lent out needs a listener of its own.
  pool.on('connect', (client) => client.on('error', () => undefined));
  const { Queue: PostgresQueue, Worker: PostgresWorker } = withBackend(createPostgresBackend);
  return {
    queue: (name) => new PostgresQueue(name, { connection: pool }) as unknown as Queue,
    worker: (name, concurrency, work) =>
      new PostgresWorker(name, work, {
        connection: pool,
        concurrency,
        runRetryDelay: RETRY_MS,
      }) as unknown as Worker,
    reachable: () => Promise.resolve(),
    close: () => pool.end(),
  };
}

/**
 * Producers fail within half a second when Redis is away, because the outbox is the truth and its sweep tries again;
 * workers wait for it. Instances that share a Redis are kept apart by the name of their database.
 */
function onRedis(url: string, databaseUrl: string, onError: (error: Error) => void): QueueBackend {
  const prefix = `{praktika${new URL(databaseUrl).pathname.replaceAll('/', '.')}}`;
  const producer = new Redis(url, {
    enableOfflineQueue: false,
    maxRetriesPerRequest: 1,
    commandTimeout: ENQUEUE_LIMIT_MS,
  });
  producer.on('error', onError);
  const consumer = { url, maxRetriesPerRequest: null };
  return {
    queue: (name) => new Queue(name, { connection: producer, prefix }),
    worker: (name, concurrency, work) =>
      new Worker(name, work, { connection: consumer, prefix, concurrency, runRetryDelay: RETRY_MS }),
    reachable: () => isReady(producer),
    close: () => Promise.resolve(producer.disconnect()),
  };
}

/** BullMQ itself would wait for a connection as long as it takes. */
async function isReady(client: Redis): Promise<void> {
  if (client.status === 'ready') return;
  let timer: NodeJS.Timeout | undefined;
  await new Promise<void>((resolve, reject) => {
    timer = setTimeout(() => reject(new Error('Redis is not reachable')), ENQUEUE_LIMIT_MS);
    client.once('ready', resolve);
  }).finally(() => clearTimeout(timer));
}

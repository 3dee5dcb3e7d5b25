import 'reflect-metadata';
import { runMigrations } from 'bullmq';
import pg from 'pg';
import { createDataSource } from './core/database/index.js';
import { QUEUES } from './core/jobs/job-kind.js';
import { seedReferenceData } from './seed/seed-reference-data.js';

/**
 * Brings the schema to head: our migrations, the reference data every installation begins with, then the queue's own
 * tables. Runs as the owner (`DATABASE_OWNER_URL`) under an advisory lock, so that two starts at once do no harm.
 */
const url = process.env['DATABASE_OWNER_URL'];
if (url === undefined) {
  process.stderr.write(
    'DATABASE_OWNER_URL: expected the address of PostgreSQL as the owner of the database\n',
  );
  process.exit(78);
}

const MIGRATION_LOCK = 7_236_145;
const lock = new pg.Client({ connectionString: url });
await lock.connect();
await lock.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
try {
  const source = createDataSource(url);
  await source.initialize();
  const applied = await source.runMigrations();
  await source.destroy();
  for (const migration of applied) process.stdout.write(`migrated ${migration.name}\n`);
  await seedReferenceData(lock, new Date());
  await migrateQueue(lock);
} finally {
  await lock.end();
}

/**
 * The queue's tables live in their own schema; the application works on them, only the owner changes them. BullMQ
 * makes a queue's counter when it is first asked for a number, which the application may not: the owner asks here. Adding
 * many jobs at once goes through a temporary table.
 */
async function migrateQueue(client: pg.Client): Promise<void> {
  await client.query('CREATE SCHEMA IF NOT EXISTS bullmq');
  await runMigrations(client, 'bullmq');
  for (const queue of QUEUES) {
    await client.query('SELECT bullmq.next_job_id($1)', [queue]);
  }
  await client.query(`
    GRANT USAGE ON SCHEMA bullmq TO praktika_app;
    GRANT ALL ON ALL TABLES IN SCHEMA bullmq TO praktika_app;
    GRANT ALL ON ALL SEQUENCES IN SCHEMA bullmq TO praktika_app;
    GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA bullmq TO praktika_app;
    DO $$ BEGIN EXECUTE format('GRANT TEMPORARY ON DATABASE %I TO praktika_app', current_database()); END $$;
  `);
}

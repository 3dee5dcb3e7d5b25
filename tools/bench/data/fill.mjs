import { readdirSync, readFileSync } from 'node:fs';
import { withClient } from '../../postgres/index.mjs';
import { inBench } from '../paths.mjs';
import { content, contentHash } from './content.mjs';

/**
 * The sets a database is filled with: the folder of its statements, the settings they read, and its large tables, whose
 * indexes are built after the rows.
 */
const SETS = {
  documents: {
    // of 2,000 organizations three in five are employers
    settings: (documents) => ({
      ...{ documents, employers: 1200, education: 800 },
      ...{ content_sha256: contentHash, content_size: content.length },
    }),
    large: [
      'documents',
      'document_drafts',
      'revisions',
      'files',
      'frozen_files',
      'registry_entries',
      'registry_texts',
      'document_texts',
      'history_entries',
      'signatures',
      'partnerships',
    ],
  },
  marketplace: {
    // ten listings for an organization
    settings: (listings) => ({
      ...{ listings, employers: Math.ceil(listings * 0.06), education: Math.ceil(listings * 0.04) },
    }),
    large: ['organizations', 'organization_programmes', 'listings'],
  },
};

const OPEN_SETTINGS = `SET session_replication_role = replica; SET synchronous_commit = off;
  SET maintenance_work_mem = '512MB'; SET work_mem = '128MB'; SET max_parallel_workers_per_gather = 0;`;

const INDEXES = `
  SELECT i.indexrelid::regclass::text AS name, pg_get_indexdef(i.indexrelid) AS definition
    FROM pg_index i
   WHERE i.indrelid = ANY ($1::regclass[])
     AND NOT EXISTS (SELECT FROM pg_constraint c WHERE c.conindid = i.indexrelid)
   ORDER BY i.indexrelid`;

/**
 * Fills an empty, migrated database set by set, as PostgreSQL's superuser with the triggers of foreign keys asleep:
 * the rows agree with each other by construction.
 *
 * @param url the database, as superuser
 * @param set `documents` or `marketplace`
 * @param size how many documents or listings
 * @param log receives one line per step
 */
export async function fill(url, set, size, log) {
  const { settings, large } = SETS[set];
  await withClient(url, async (client) => {
    await client.query(OPEN_SETTINGS);
    for (const [name, value] of Object.entries(settings(size))) {
      await client.query('SELECT set_config($1, $2, false)', [`bench.${name}`, String(value)]);
    }
    const { rows: indexes } = await client.query(INDEXES, [large]);
    for (const { name } of indexes) await client.query(`DROP INDEX ${name}`);
    for (const step of stepsOf(set)) {
      await timed(log, step, () => client.query(readFileSync(inBench('data/sql', step), 'utf8')));
    }
    await timed(log, 'indexes', async () => {
      for (const { definition } of indexes) await client.query(definition);
    });
    await timed(log, 'vacuum and statistics', () => client.query('VACUUM (ANALYZE)'));
    await client.query('CHECKPOINT');
  });
}

/** What every set begins with, then its own statements. */
const stepsOf = (set) => [
  '00-helpers.sql',
  ...readdirSync(inBench('data/sql', set))
    .sort()
    .map((name) => `${set}/${name}`),
];

async function timed(log, name, work) {
  const started = performance.now();
  await work();
  log(`${name} ${((performance.now() - started) / 1000).toFixed(1)} s`);
}

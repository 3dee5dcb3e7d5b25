/** What the tests of the API use of the drills: the same faults in small, and the means to run the product's processes. */
export { killApi } from './drills/kill-api.mjs';
export { killBatch } from './drills/kill-batch.mjs';
export { killImport } from './drills/kill-import.mjs';
export { killPostgres } from './drills/kill-postgres.mjs';
export { twoScanners } from './drills/two-scanners.mjs';
export { createClient, signIn } from './lib/client.mjs';
export { startDatabase } from './lib/databases.mjs';
export { act, createDraft, expectStatus } from './lib/documents.mjs';
export { settle, until } from './lib/settle.mjs';
export { createSigning } from './lib/signing.mjs';
export { startSmtpSink } from './lib/smtp-sink.mjs';
export { startSystem } from './lib/system.mjs';
export { createWorld } from './lib/world.mjs';

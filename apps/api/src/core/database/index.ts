export { Database, POOL, type Scope, type Statement, type Transaction } from './database.js';
export { PackedBytes } from './packed-bytes.js';
export { DatabaseModule } from './database.module.js';
export { createDataSource } from './data-source.js';
export { isoInstant } from './types.js';
export { anywhere, Conditions, escapeLike, named, type Query } from './composed.js';

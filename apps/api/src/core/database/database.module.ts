import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import type { Pool } from 'pg';
import { DataSource } from 'typeorm';
import { CONFIG, type Config } from '../config/index.js';
import { dataSourceOptions } from './data-source.js';
import { Database, POOL } from './database.js';

@Global()
@Module({
  imports: [
    TypeOrmModule.forRootAsync({
      inject: [CONFIG],
      useFactory: (config: Config) => ({ ...dataSourceOptions(config.databaseUrl), retryAttempts: 0 }),
    }),
  ],
  providers: [{ provide: POOL, inject: [DataSource], useFactory: poolOf }, Database],
  exports: [Database, POOL],
})
export class DatabaseModule {}

/** TypeORM's own pool: entities and hand-written statements share its connections. */
function poolOf(source: DataSource): Pool {
  return (source.driver as unknown as { master: Pool }).master;
}

import 'reflect-metadata';
import { constants, setPriority } from 'node:os';
import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module.js';
import { loadConfig } from './core/config/index.js';
import { createLogger, NestLogger } from './core/http/logger.js';

/** Where it shares a machine with the API, people's requests go first: nobody waits for a job the way they wait for a page. */
setPriority(constants.priority.PRIORITY_LOW);

/** The jobs' own process: the same module graph without HTTP. It ends after the jobs in hand. */
const config = { ...loadConfig(), runJobs: true };
const app = await NestFactory.createApplicationContext(AppModule.with(config), {
  logger: new NestLogger(createLogger(config.logLevel)),
  abortOnError: false,
});
app.enableShutdownHooks();
process.on('unhandledRejection', (reason) => {
  process.stderr.write(`unhandled rejection: ${String(reason)}\n`);
  void app.close().finally(() => process.exit(1));
});

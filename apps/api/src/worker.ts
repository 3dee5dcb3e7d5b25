import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module.js';
import { loadConfig } from './core/config/index.js';
import { createLogger, NestLogger } from './core/http/logger.js';

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

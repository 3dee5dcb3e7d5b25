import type { LoggerService } from '@nestjs/common';
import { pino, type Logger } from 'pino';

/** Members that never reach a log, wherever they stand: personal data and secrets (reliability.md T35). */
const REDACTED = ['authorization', 'cookie', 'password', 'snils', 'phone', 'email', 'name', 'body', 'token'];

/** Lines leave together, at the latest after this time: a write per request costs as much as a query. */
const FLUSH_EVERY_MS = 500;
const FLUSH_AT_BYTES = 4096;

/** The process's structured log: one JSON line per event, UTC, without personal data. An exit flushes it. */
export function createLogger(level: string): Logger {
  const output = pino.destination({
    fd: 1,
    sync: false,
    minLength: FLUSH_AT_BYTES,
    periodicFlush: FLUSH_EVERY_MS,
  });
  const options = {
    level,
    base: undefined,
    timestamp: () => `,"at":"${new Date().toISOString()}"`,
    formatters: { level: (label: string) => ({ level: label }) },
    redact: { paths: REDACTED.flatMap((member) => [member, `*.${member}`]), remove: true },
  };
  return pino(options, output);
}

/** Parts of Nest that tell every module and route at every start: of use only when looking for a fault. */
const START_UP: readonly unknown[] = ['InstanceLoader', 'RoutesResolver', 'RouterExplorer', 'NestFactory'];

/** Nest's own messages through the same log. */
export class NestLogger implements LoggerService {
  constructor(private readonly logger: Logger) {}

  log(message: unknown, context?: unknown): void {
    const level = START_UP.includes(context) ? 'debug' : 'info';
    this.logger[level](entry(context), String(message));
  }

  warn(message: unknown, context?: unknown): void {
    this.logger.warn(entry(context), String(message));
  }

  debug(message: unknown, context?: unknown): void {
    this.logger.debug(entry(context), String(message));
  }

  verbose(message: unknown, context?: unknown): void {
    this.logger.trace(entry(context), String(message));
  }

  error(message: unknown, ...details: unknown[]): void {
    if (typeof message === 'object' && message !== null)
      this.logger.error(message, details.map(String).join(' '));
    else this.logger.error({ details: details.map(String) }, String(message));
  }

  fatal(message: unknown, ...details: unknown[]): void {
    this.logger.fatal({ details: details.map(String) }, String(message));
  }
}

const entry = (context: unknown) => (typeof context === 'string' ? { context } : {});

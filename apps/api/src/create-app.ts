import fastifyCookie from '@fastify/cookie';
import fastifyMultipart from '@fastify/multipart';
import { VersioningType } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { FILE_LIMITS } from '@praktika/contracts';
import { randomUUID } from 'node:crypto';
import { AppModule } from './app.module.js';
import type { Clock } from './core/clock/index.js';
import type { Config } from './core/config/index.js';
import { ProblemFilter } from './core/errors/index.js';
import { Drain } from './core/http/drain.js';
import { setEtags } from './core/http/etag.js';
import { InputPipe } from './core/http/input.pipe.js';
import { allowLargeBodies } from './core/http/large-body.js';
import { createLogger, NestLogger } from './core/http/logger.js';
import { addOpenApi } from './core/http/openapi.js';
import { refuseOtherMethods, refuseUnparsable, refuseUnroutable } from './core/http/raw-refusals.js';
import { logRequests } from './core/http/request-log.js';
import { securityHeaders } from './core/http/security-headers.js';
import { serveWeb } from './core/http/web.js';

/** JSON bodies (reliability.md §2.3); uploads go past this, streamed. */
const JSON_LIMIT = 1024 * 1024;

/** The adapter: ids of requests, time-outs against slow clients (F10), the limit of a JSON body. */
function createAdapter(): FastifyAdapter {
  return new FastifyAdapter({
    genReqId: () => randomUUID(),
    bodyLimit: JSON_LIMIT,
    requestTimeout: 120_000,
    connectionTimeout: 0,
    keepAliveTimeout: 65_000,
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 200 },
    // our own pipe refuses these names, at their place
    onProtoPoisoning: 'ignore',
    onConstructorPoisoning: 'ignore',
    frameworkErrors: refuseUnroutable,
    clientErrorHandler: refuseUnparsable,
    http: { headersTimeout: 15_000, maxHeaderSize: 16 * 1024 },
  });
}

/**
 * The HTTP application, ready to `init()` or `listen()`: the same for the server, the tests and the OpenAPI file.
 *
 * @param options.clock the machine's unless a drill or a seed moves time
 * @param options.preview builds the module graph without running it: for the OpenAPI file alone, no database
 */
export async function createApp(
  config: Config,
  options: { preview?: boolean; clock?: Clock } = {},
): Promise<NestFastifyApplication> {
  const logger = createLogger(config.logLevel);
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.with(config, options.clock),
    createAdapter(),
    {
      logger: new NestLogger(logger),
      abortOnError: false,
      preview: options.preview ?? false,
    },
  );
  app.setGlobalPrefix('api');
  app.enableVersioning({ type: VersioningType.URI, defaultVersion: '1' });
  app.useGlobalPipes(new InputPipe());
  app.useGlobalFilters(new ProblemFilter());
  app.useSecurityHeaders(securityHeaders);
  refuseOtherMethods(app.getHttpAdapter().getInstance());
  allowLargeBodies(app.getHttpAdapter().getInstance());
  addOpenApi(app);
  if (options.preview) return app;

  const fastify = app.getHttpAdapter().getInstance();
  await app.register(fastifyCookie);
  await app.register(fastifyMultipart, {
    limits: { fileSize: FILE_LIMITS.size, files: 2, fields: 10, fieldSize: 10_000, headerPairs: 50 },
  });
  setEtags(fastify);
  logRequests(fastify, logger);
  app.get(Drain).watch(fastify);
  await serveWeb(fastify, config.webRoot);
  app.enableShutdownHooks();
  return app;
}

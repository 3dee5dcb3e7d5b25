import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { FieldErrorDto, ProblemDto } from './api-docs.js';

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

type OperationObject = NonNullable<OpenAPIObject['paths'][string]['get']>;

/** The API's description: OpenAPI 3.1, the same that is committed. */
export function describeApi(app: NestFastifyApplication): OpenAPIObject {
  const builder = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Praktika API')
    .setDescription(
      'Практическая подготовка: договорные документы, подписи, уведомления. Кабинет и учётные системы работают ' +
        'через один и тот же интерфейс. Все отказы приходят как application/problem+json с кодом из закрытого списка.',
    )
    .setVersion('1')
    .setLicense('Proprietary', 'https://praktika.example/licence')
    .addServer('/', 'Эта установка')
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: 'API-токен prk_live_…' }, 'token')
    .addCookieAuth('praktika', { type: 'apiKey', in: 'cookie' }, 'session')
    .addSecurityRequirements('token')
    .addSecurityRequirements('session')
    .build();
  const description = SwaggerModule.createDocument(app, builder, {
    extraModels: [ProblemDto, FieldErrorDto],
  });
  for (const path of Object.values(description.paths)) {
    for (const method of METHODS) addCommonRefusal(path[method]);
  }
  return description;
}

/** Any address can be asked with a parameter it does not have (`DeclaredQueryGuard`). */
function addCommonRefusal(operation: OperationObject | undefined): void {
  if (!operation || '400' in operation.responses) return;
  operation.responses['400'] = {
    description: 'invalid_parameter',
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/ProblemDto' } } },
  };
}

/** Swagger UI at /api/docs, the description at /api/openapi.json. */
export function addOpenApi(app: NestFastifyApplication): void {
  SwaggerModule.setup('api/docs', app, () => describeApi(app), {
    jsonDocumentUrl: 'api/openapi.json',
    customSiteTitle: 'Praktika API',
    swaggerOptions: { persistAuthorization: false, displayRequestDuration: true },
  });
}

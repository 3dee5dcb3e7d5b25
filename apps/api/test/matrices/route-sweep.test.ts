import 'reflect-metadata';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { ModulesContainer } from '@nestjs/core';
import { ACCESS_RULE, type AccessRule } from '../../src/core/access/index.js';
import { createTestApp, type TestApp } from '../support/index.js';
import { descriptionOf, routesOf, type Operation, type Route } from './routes.js';

/** What stands outside the OpenAPI description, each with the reason it may. */
const UNDESCRIBED: Readonly<Record<string, string>> = {
  '/api/docs': 'Swagger UI itself',
  '/api/docs/': 'Swagger UI itself',
  '/api/docs/*': 'files of Swagger UI',
  '/api/docs/index.html': 'files of Swagger UI',
  '/api/docs/LICENSE': 'files of Swagger UI',
  '/api/docs/swagger-ui-init.js': 'files of Swagger UI',
  '/api/docs/docs/swagger-ui-init.js': 'files of Swagger UI',
  '/api/docs-yaml': 'the description, as YAML',
  '/api/openapi.json': 'the description, as JSON',
  '/api/admin/queues': 'the queue board: pages for operators, not an interface',
  '/api/admin/queues*': 'the queue board: pages for operators, not an interface',
};

/** What anybody may do without signing in. A new line here is a decision. */
const PUBLIC_OPERATIONS = [
  'completeSetup',
  'downloadDemoCertificate',
  'getDemo',
  'getDemoMails',
  'getLiveness',
  'getPublicListing',
  'getPublicListingsCalendar',
  'getPublicListingsJsonFeed',
  'getPublicListingsRss',
  'getReadiness',
  'getSetup',
  'listPublicListings',
  'signIn',
  'verifySignature',
];

let test: TestApp;
let operations: readonly Operation[];
let routes: Route[];

beforeAll(async () => {
  test = await createTestApp();
  operations = descriptionOf(test.app).operations;
  routes = routesOf(test.app);
});
afterAll(() => test?.close());

interface Handler {
  readonly name: string;
  readonly operationId?: string;
  readonly rule?: AccessRule;
}

/** Every handler of every controller of the module graph, with the access it declares. */
function handlers(): Handler[] {
  const controllers = [...test.app.get(ModulesContainer).values()].flatMap((module) => [
    ...module.controllers.values(),
  ]);
  return controllers.flatMap(({ metatype }) => {
    const type = metatype as new (...values: never[]) => object;
    const prototype = type.prototype as Record<string, object>;
    return Object.getOwnPropertyNames(prototype)
      .filter((name) => name !== 'constructor' && Reflect.hasMetadata(PATH_METADATA, prototype[name]!))
      .filter((name) => Reflect.hasMetadata(METHOD_METADATA, prototype[name]!))
      .map((name) => ({
        name: `${type.name}.${name}`,
        operationId: (
          Reflect.getMetadata('swagger/apiOperation', prototype[name]!) as
            { operationId?: string } | undefined
        )?.operationId,
        rule: (Reflect.getMetadata(ACCESS_RULE, prototype[name]!) ??
          Reflect.getMetadata(ACCESS_RULE, type)) as AccessRule | undefined,
      }));
  });
}

const problemOf = ({ responses }: Operation, status: number | string) =>
  responses[status]?.content?.['application/problem+json'];

describe('the route sweep', () => {
  it('finds the application, not an empty shell', () => {
    expect(handlers().length).toBeGreaterThan(40);
    expect(routes.length).toBeGreaterThanOrEqual(handlers().length);
  });

  it('finds declared access on every route', () => {
    expect(handlers().filter(({ rule }) => rule === undefined)).toEqual([]);
  });

  it('finds nothing public beside the short list', () => {
    const open = handlers().filter(({ rule }) => rule?.kind === 'public');
    expect(open.map(({ operationId, name }) => operationId ?? name).sort()).toEqual(PUBLIC_OPERATIONS);
  });

  it('finds every route in the description or in the list of what stands outside it', () => {
    const described = new Set(operations.map(({ method, path }) => `${method} ${path}`));
    const strangers = routes.filter(
      ({ method, path }) => !described.has(`${method} ${path}`) && !(path in UNDESCRIBED),
    );
    expect(strangers).toEqual([]);
  });

  it('finds a route behind every described operation and every exception', () => {
    const served = new Set(routes.map(({ method, path }) => `${method} ${path}`));
    const paths = new Set(routes.map(({ path }) => path));
    expect(operations.filter(({ method, path }) => !served.has(`${method} ${path}`))).toEqual([]);
    expect(Object.keys(UNDESCRIBED).filter((path) => !paths.has(path))).toEqual([]);
  });

  it('never changes anything by GET: every mutation is a POST, PATCH, PUT or DELETE of its own name', () => {
    const reading = /^(get|list|find|download|open)[A-Z]/;
    const misnamed = operations.filter(
      ({ method, operationId }) => (method === 'GET') !== reading.test(operationId),
    );
    expect(misnamed.map(({ operationId }) => operationId)).toEqual([]);
  });
});

describe('the description of every operation', () => {
  it('has an operationId of its own, a tag and a summary', () => {
    const ids = operations.map(({ operationId }) => operationId);
    expect(new Set(ids).size).toBe(ids.length);
    const bare = operations.filter(
      ({ operationId, tags, summary }) => !/^[a-z][A-Za-z]+$/.test(operationId) || !tags?.length || !summary,
    );
    expect(bare.map(({ path }) => path)).toEqual([]);
  });

  it('documents an answer of success', () => {
    const silent = operations.filter(
      ({ responses }) => !Object.keys(responses).some((code) => /^2/.test(code)),
    );
    expect(silent.map(({ operationId }) => operationId)).toEqual([]);
  });

  it('documents 401 and 403 as problems wherever somebody must be signed in', () => {
    const missing = operations.filter(
      (operation) =>
        !PUBLIC_OPERATIONS.includes(operation.operationId) &&
        (!problemOf(operation, 401) || !problemOf(operation, 403)),
    );
    expect(missing.map(({ operationId }) => operationId)).toEqual([]);
  });

  it('documents 404 wherever the path names an object', () => {
    const missing = operations.filter(({ path }) => path.includes('{')).filter((o) => !problemOf(o, 404));
    expect(missing.map(({ operationId }) => operationId)).toEqual([]);
  });

  it('documents 400 wherever the query has parameters of a type', () => {
    const missing = operations
      .filter(({ parameters }) => parameters.some((parameter) => parameter.in === 'query'))
      // its one parameter names a revision: what names none is 404
      .filter(({ operationId }) => operationId !== 'downloadDocumentBundle')
      .filter((operation) => !problemOf(operation, 400));
    expect(missing.map(({ operationId }) => operationId)).toEqual([]);
  });

  it('documents 422 wherever a body is taken, 412 and 428 wherever a version is', () => {
    const bodies = operations.filter(({ requestBody }) => requestBody !== undefined);
    const empty = (operation: Operation) => problemOf(operation, 422) === undefined;
    const versioned = operations.filter(({ parameters }) =>
      parameters.some(({ name }) => name === 'If-Match'),
    );
    expect(bodies.filter(empty).map(({ operationId }) => operationId)).toEqual([]);
    expect(
      versioned.filter((o) => !problemOf(o, 412) || !problemOf(o, 428)).map(({ operationId }) => operationId),
    ).toEqual([]);
  });

  it('describes every refusal as a problem', () => {
    const bare = operations.flatMap((operation) =>
      Object.keys(operation.responses)
        .filter((status) => Number(status) >= 400 && !problemOf(operation, status))
        .map((status) => `${operation.operationId} ${status}`),
    );
    expect(bare).toEqual([]);
  });
});

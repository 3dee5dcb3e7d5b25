import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { describeApi } from '../../src/core/http/openapi.js';

/** A route as the server would match it. */
export interface Route {
  readonly method: string;
  /** With `{id}` for parameters, as the OpenAPI file writes it. */
  readonly path: string;
}

/** An operation of the OpenAPI description. */
export interface Operation extends Route {
  readonly operationId: string;
  readonly summary?: string;
  readonly tags?: readonly string[];
  readonly parameters: readonly {
    readonly in: string;
    readonly name: string;
    readonly schema?: Schema;
  }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema?: Schema }>> };
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, unknown>> }>>;
}

/** As much of a JSON schema as the sweeps look at. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: unknown;
  readonly format?: string;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly allOf?: readonly Schema[];
}

/** The API's description, made from the running application and not read from the committed file. */
export interface Description {
  readonly operations: readonly Operation[];
  readonly schemas: Readonly<Record<string, Schema>>;
}

/** Describes the API once; it takes about half a second. */
export function descriptionOf(app: NestFastifyApplication): Description {
  const { paths, components } = describeApi(app);
  const operations = Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item as Record<string, Operation>).map(([method, operation]) => ({
      ...operation,
      parameters: operation.parameters ?? [],
      method: method.toUpperCase(),
      path,
    })),
  );
  return { operations, schemas: components?.schemas ?? {} };
}

/** Every route of the server, Nest's or not, out of the router itself. HEAD comes with GET and is left out. */
export function routesOf(app: NestFastifyApplication): Route[] {
  const tree = app.getHttpAdapter().getInstance().printRoutes({ commonPrefix: false });
  const parents: string[] = [];
  return tree.split('\n').flatMap((line) => {
    const match = /^([│ ]*)[├└]── (.*?)(?: \(([A-Z, ]+)\))?$/.exec(line);
    if (!match) return [];
    const depth = match[1]!.length / 4;
    parents.length = depth;
    parents[depth] = (parents[depth - 1] ?? '') + match[2]!;
    const path = parents[depth].replace(/:(\w+)/g, '{$1}');
    const methods = (match[3] ?? '').split(', ').filter((method) => method !== '' && method !== 'HEAD');
    return methods.map((method) => ({ method, path }));
  });
}

/** Properties of the request that carry ids: `body.partnerId`, `body.files[].fileId`, `query.parentId`. */
export function idPointersOf(operation: Operation, schemas: Readonly<Record<string, Schema>>): string[] {
  const inside = (schema: Schema | undefined, pointer: string): string[] => {
    if (!schema) return [];
    if (schema.$ref) return inside(schemas[schema.$ref.split('/').at(-1)!], pointer);
    const parts = (schema.allOf ?? []).flatMap((part) => inside(part, pointer));
    const items = schema.items ? inside(schema.items, `${pointer}[]`) : [];
    const own = Object.entries(schema.properties ?? {}).flatMap(([name, property]) =>
      inside(property, `${pointer}.${name}`),
    );
    return [...parts, ...items, ...own, ...(schema.format === 'uuid' ? [pointer] : [])];
  };
  const body = Object.values(operation.requestBody?.content ?? {}).flatMap(({ schema }) =>
    inside(schema, 'body'),
  );
  const query = operation.parameters
    .filter((parameter) => parameter.in === 'query')
    .flatMap(({ name, schema }) =>
      name === 'cursor' || /Ids?$/.test(name) ? [`query.${name}`] : inside(schema, `query.${name}`),
    );
  return [...new Set([...body, ...query])];
}

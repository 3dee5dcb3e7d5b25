import 'reflect-metadata';
import { writeFile } from 'node:fs/promises';
import { readEnvironment } from '@praktika/environment';
import { createApp } from './create-app.js';
import { describeApi } from './core/http/openapi.js';

/** Writes the OpenAPI description to the file named by the first argument; needs no database. */
const target = process.argv[2] ?? 'apps/api/openapi.json';
const environment = readEnvironment({ NODE_ENV: 'test' });
if (!environment.ok) throw new Error('the empty environment is valid by construction');
const unused = 'x'.repeat(32);
const config = {
  ...environment.values,
  databaseUrl: 'postgres://localhost:1/none',
  sessionSecret: unused,
  cursorSecret: unused,
  secureCookies: false,
  logLevel: 'silent' as const,
};
const app = await createApp(config, { preview: true });
await writeFile(target, `${JSON.stringify(describeApi(app), null, 2)}\n`);
process.exit(0);

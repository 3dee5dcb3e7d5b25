import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import request from 'supertest';
import { createTestApp, type TestApp } from '../support/index.js';

let test: TestApp;
let webRoot: string;

beforeAll(async () => {
  webRoot = mkdtempSync(join(tmpdir(), 'praktika-web-'));
  mkdirSync(join(webRoot, 'assets'));
  writeFileSync(join(webRoot, 'index.html'), '<title>Praktika</title>');
  writeFileSync(join(webRoot, 'assets', 'main-abc123.js'), 'export {};');
  test = await createTestApp({ webRoot });
});
afterAll(async () => {
  await test?.close();
  rmSync(webRoot, { recursive: true, force: true });
});

const get = (path: string) => request(test.app.getHttpServer()).get(path);

describe('the web, served from the port of the API', () => {
  it.each(['/', '/documents', '/documents/018f0000-0000-7000-8000-000000000000?tab=history'])(
    'is the single page at %s, asked for anew each time',
    async (path) => {
      const { status, text, headers } = await get(path);
      expect([status, text]).toEqual([200, '<title>Praktika</title>']);
      expect(headers['cache-control']).toBe('no-cache');
    },
  );

  it('lets a browser keep a part with its hash in the name for ever', async () => {
    const { status, headers } = await get('/assets/main-abc123.js');
    expect(status).toBe(200);
    expect(headers['content-type']).toContain('javascript');
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
  });

  it.each(['/assets/main-old999.js', '/api/v1/nothing-here'])(
    'says 404 at %s, and never the page in its place',
    async (path) => {
      const { status, body, headers } = await get(path);
      expect(status).toBe(404);
      expect(headers['content-type']).toContain('application/problem+json');
      expect(body).toMatchObject({ code: 'not_found' });
    },
  );
});

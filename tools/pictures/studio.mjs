import { chromium } from '@playwright/test';
import { statSync } from 'node:fs';

const PASSWORD = 'Praktika-2026-demo';
const LARGEST = 200 * 1024;

/** Letters in grey alone: without the fringes of an LCD a picture is sharper elsewhere and half the size. */
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-lcd-text', '--disable-background-networking'];

/**
 * A browser that takes pictures of a running demo.
 *
 * @param options `{chrome, url, folder}`: the browser's program, the demo's address and data folder
 * @returns `take(file, scene)`, answering the size in bytes, and `close()`
 */
export async function openStudio({ chrome, url, folder }) {
  const browser = await chromium.launch({ executablePath: chrome, args: FLAGS });

  async function take(file, { person, size, path, arrange }) {
    const context = await browser.newContext({
      baseURL: url,
      locale: 'ru-RU',
      timezoneId: 'Europe/Moscow',
      viewport: size,
      reducedMotion: 'reduce',
    });
    try {
      await signIn(context.request, person);
      const page = await context.newPage();
      const firstDocument = (status) => firstOf(context.request, status);
      const known = { page, folder, password: PASSWORD, firstDocument };
      await page.goto(await path(known));
      await arrange(known);
      await page.evaluate('document.fonts.ready.then(() => true)');
      await page.screenshot({ path: file, animations: 'disabled', caret: 'hide' });
    } finally {
      await context.close();
    }
    const { size: bytes } = statSync(file);
    if (bytes > LARGEST) throw new Error(`${file} has ${bytes} bytes, at most ${LARGEST} are wanted`);
    return bytes;
  }

  return { take, close: () => browser.close() };
}

async function signIn(request, { email, organization }) {
  const { organizations } = await answer(
    await request.post('/api/v1/auth/login', { data: { email, password: PASSWORD } }),
  );
  if (!organization) return;
  const { id } = organizations.find(({ name }) => name === organization);
  await answer(await request.post('/api/v1/auth/organization', { data: { organizationId: id } }));
}

async function firstOf(request, status) {
  const query = `direction=INCOMING&status=${status}&limit=1`;
  const { items } = await answer(await request.get(`/api/v1/documents?${query}`));
  return items[0].id;
}

async function answer(response) {
  if (!response.ok()) throw new Error(`${response.url()} answered ${response.status()}`);
  return response.json();
}

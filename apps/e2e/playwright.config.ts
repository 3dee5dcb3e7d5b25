import { defineConfig } from '@playwright/test';
import { baseUrl, chromePath, workers } from './support/instance.js';

/** The browser of the machine against demo instances that somebody else started (`npm test` does), one for each worker. */
export default defineConfig({
  testDir: '.',
  outputDir: './test-results',
  // The documents of one test are its own, but the people and their bells are shared by those of one instance.
  workers,
  fullyParallel: false,
  retries: 0,
  forbidOnly: true,
  timeout: 120_000,
  expect: { timeout: 30_000 },
  reporter: [['list']],
  use: {
    baseURL: baseUrl,
    browserName: 'chromium',
    locale: 'ru-RU',
    timezoneId: 'Europe/Moscow',
    viewport: { width: 1440, height: 900 },
    // what moves is waited for, and the machine that draws it has few processors
    contextOptions: { reducedMotion: 'reduce' },
    actionTimeout: 30_000,
    navigationTimeout: 30_000,
    screenshot: 'only-on-failure',
    // Recording costs as much as the test itself; `--trace on` when one has to be looked into.
    trace: 'off',
    launchOptions: {
      executablePath: chromePath,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});

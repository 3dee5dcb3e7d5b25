import { join } from 'node:path';

/**
 * The demo instances under test, as `npm test` hands them over: each worker of Playwright has one of its own, so that
 * nothing two tests do at once can meet. Without them one worker uses what `npm start` serves.
 */
const second = process.env['BASE_URL_2'];
export const workers = second === undefined ? 1 : 2;

const isSecond = second !== undefined && process.env['TEST_PARALLEL_INDEX'] === '1';
const own = (name: string): string | undefined => process.env[isSecond ? `${name}_2` : name];

export const baseUrl = own('BASE_URL') ?? 'http://localhost:3000';
export const chromePath = process.env['CHROME_PATH'] ?? '/usr/bin/chromium-headless-shell';

const dataDirectory = own('DATA_DIR') ?? join(import.meta.dirname, '..', '..', '..', '.data');

/** The container with a person's key, where the demo keeps it. */
export const containerPath = (email: string): string =>
  join(dataDirectory, 'demo', 'certificates', `${email}.p12`);

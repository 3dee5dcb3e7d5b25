import { join } from 'node:path';

/** The demo instance under test, as `npm test` hands it over; the defaults are those of `npm start`. */
export const baseUrl = process.env['BASE_URL'] ?? 'http://localhost:3000';
export const chromePath = process.env['CHROME_PATH'] ?? '/usr/bin/chromium';

const dataDirectory = process.env['DATA_DIR'] ?? join(import.meta.dirname, '..', '..', '..', '.data');

/** The container with a person's key, where the demo keeps it. */
export const containerPath = (email: string): string =>
  join(dataDirectory, 'demo', 'certificates', `${email}.p12`);

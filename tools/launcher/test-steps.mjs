/** Files of the API's integration tests that put something into the queue, or take it out. */
const REACHING_THE_QUEUE = [
  'batches|bundles|exports|operation-results',
  'comments|events|live|mail|notices-of-kinds|notifications|reminders|rounds',
  'jobs|jobs-board|text-search',
].join('|');

/**
 * What `npm test` runs, in this order. A step is data:
 *
 * - `id`      for `npm test -- --only id,id` and the list of `npm test -- --list`
 * - `title`   its heading
 * - `runner`  who runs and counts it: `checks`, `jest`, `vitest` or `playwright` (testing/runners.mjs)
 * - `config`  the runner's configuration file, from the root of the repository
 * - `needs`   what must be on the machine or started for it: `build`, `redis`, `chromium`, `demos` (testing/needs.mjs);
 *             a need that cannot be had makes the step a loud skip, never a pass
 * - `beside`  the step it runs beside, after others that do: for steps that leave a processor idle; its output is
 *             shown when both are done
 * - `leaves`  files the runner passes over, a pattern of Jest
 * - `env`     variables of its own
 * - `minutes` after which it is ended and counts as failed
 */
export const testSteps = [
  {
    id: 'checks',
    title: 'Checks: format, lint, boundaries, types, dead code, API description',
    runner: 'checks',
    needs: ['build'],
    minutes: 30,
  },
  {
    id: 'tools',
    title: 'Launcher, PostgreSQL and lint rules',
    runner: 'jest',
    config: 'tools/jest.config.mjs',
    minutes: 8,
  },
  {
    id: 'contracts',
    title: 'The shared agreements',
    runner: 'jest',
    config: 'libs/contracts/jest.config.mjs',
    beside: 'tools',
    minutes: 5,
  },
  {
    id: 'signing',
    title: 'Signatures',
    runner: 'jest',
    config: 'libs/signing/jest.config.mjs',
    beside: 'tools',
    minutes: 8,
  },
  {
    id: 'api',
    title: 'API, queue on PostgreSQL',
    runner: 'jest',
    config: 'apps/api/jest.config.mjs',
    needs: ['build'],
    minutes: 30,
  },
  {
    id: 'api-redis',
    title: 'API, queue on Redis',
    runner: 'jest',
    config: 'apps/api/jest.config.mjs',
    // a queue opens at its first use: what never reaches it is the same on both, and so is who may see what, and what
    // becomes of presses whose process or database dies
    leaves: `test/matrices/|test/e2e/kill-(api|postgres)\\.|test/integration/(?!(${REACHING_THE_QUEUE})\\.)`,
    needs: ['build', 'redis'],
    minutes: 30,
  },
  {
    id: 'web',
    title: 'Web components',
    runner: 'vitest',
    config: 'apps/web/vitest.config.ts',
    needs: ['build'],
    minutes: 8,
  },
  {
    id: 'browser',
    title: 'The walk in the browser',
    runner: 'playwright',
    config: 'apps/e2e/playwright.config.ts',
    needs: ['build', 'chromium', 'demos'],
    minutes: 30,
  },
];

/** Tests of the launcher, the embedded PostgreSQL, the environment's rules and the lint rules: plain Node modules. */
export default {
  rootDir: '.',
  testEnvironment: 'node',
  testMatch: ['<rootDir>/test/**/*.test.mjs'],
  transform: {},
  testTimeout: 60_000,
  // Each file starts servers of its own; two cores serve two of them well.
  maxWorkers: 2,
};

/** Test files share Node's own modules within a worker; swc compiles, tsc checks types apart (docs/operations/testing.md). */
export default {
  testEnvironment: '<rootDir>/../../tools/jest/environment.mjs',
  testRunner: '<rootDir>/../../tools/jest/runner.mjs',
  testSequencer: '<rootDir>/../../tools/jest/sequencer.mjs',
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: {},
  globalSetup: '<rootDir>/test/support/global-setup.mjs',
  globalTeardown: '<rootDir>/test/support/global-teardown.mjs',
  testTimeout: 30_000,
  maxWorkers: 2,
};

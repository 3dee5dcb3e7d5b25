export { Caller, expectStatus } from './caller.js';
export {
  amendmentBy,
  COMPLETE_TERMS,
  Documents,
  FRAMEWORK_ANNEX,
  FRAMEWORK_CONTRACT,
  PERIOD_CONTRACT,
  terminationBy,
  type Blueprint,
  type Pair,
} from './documents.js';
export { Operations } from './operations.js';
export { pdf } from './pdf.js';
export { TestSigning } from './signing.js';
export { createTestApp, testConfig, TEST_NOW, type TestApp } from './test-app.js';
export { createTestDatabase, type TestDatabase } from './test-database.js';
export {
  createModerator,
  createPartnership,
  PERSON_KEYS,
  TEST_PASSWORD,
  type PersonKey,
  type TestOrganization,
  type TestPerson,
  type World,
} from './world.js';

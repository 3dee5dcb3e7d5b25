import { createContext } from 'node:vm';
import { ModuleMocker } from 'jest-mock';

/**
 * Jest's environment for tests that share one realm and one module graph with their worker, as programs do. It keeps
 * nothing of its own: the context is only for what Jest itself would run in one.
 */
export default class NativeEnvironment {
  global = globalThis;
  moduleMocker = new ModuleMocker(globalThis);
  #context = createContext();

  async setup() {}

  async teardown() {}

  getVmContext() {
    return this.#context;
  }

  exportConditions() {
    return ['node', 'node-addons'];
  }
}

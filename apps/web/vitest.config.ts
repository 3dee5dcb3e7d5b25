import { mergeConfig } from 'vite';
import { defineConfig } from 'vitest/config';
import viteConfig from './vite.config.js';

export default mergeConfig(
  viteConfig,
  defineConfig({
    test: {
      environment: 'happy-dom',
      include: ['test/**/*.spec.ts'],
      setupFiles: ['test/setup.ts'],
      restoreMocks: true,
      // A cold run compiles the kit first.
      testTimeout: 20_000,
    },
  }),
);

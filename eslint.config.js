import tseslint from 'typescript-eslint';
import vue from 'eslint-plugin-vue';
import accessibility from 'eslint-plugin-vuejs-accessibility';
import { boundaries } from './tools/checks/eslint/boundaries.mjs';
import { findLintProjects } from './tools/checks/type-projects.mjs';

const typed = ['{apps,libs}/**/*.ts'];
const components = ['apps/web/**/*.vue'];

/** Text glued into SQL is how injections begin; values go into parameters and columns into a closed map. */
const noGluedSql = {
  selector:
    'CallExpression[callee.property.name=/^(query|orderBy|addOrderBy)$/] > TemplateLiteral.arguments[expressions.length>0]',
  message: 'Pass values as parameters and choose columns from a closed map instead of gluing them into SQL.',
};
const noBareError = {
  selector: 'NewExpression[callee.name="Error"]',
  message: 'Throw an error with a code of the closed list (core/errors) instead of a bare Error.',
};
const kitOnlyBehindUi = {
  patterns: [
    {
      group: ['@nuxt/ui', '@nuxt/ui/*', 'reka-ui'],
      message: 'Screens import from src/ui; only src/ui knows the kit.',
    },
  ],
};
const nodeGlobals = [
  'AbortController',
  'AbortSignal',
  'Blob',
  'Buffer',
  'FormData',
  'Response',
  'TextDecoder',
  'TextEncoder',
  'URL',
  'URLSearchParams',
  'clearInterval',
  'clearTimeout',
  'console',
  'crypto',
  'fetch',
  'performance',
  'process',
  'queueMicrotask',
  'setImmediate',
  'setInterval',
  'setTimeout',
  'structuredClone',
];
const browserGlobals = ['document', 'localStorage', 'matchMedia', 'window'];
const testGlobals = [
  'afterAll',
  'afterEach',
  'beforeAll',
  'beforeEach',
  'describe',
  'expect',
  'it',
  'jest',
  'test',
];
const readonly = (names) => Object.fromEntries(names.map((name) => [name, 'readonly']));

/** Mistakes that no type checker finds, in every file. */
const everywhere = {
  'no-cond-assign': 'error',
  'no-debugger': 'error',
  'no-dupe-else-if': 'error',
  'no-empty': 'error',
  'no-eval': 'error',
  'no-fallthrough': 'error',
  'no-self-assign': 'error',
  'no-unreachable': 'error',
  'no-unsafe-finally': 'error',
  'no-var': 'error',
  'prefer-const': 'error',
  eqeqeq: ['error', 'always', { null: 'ignore' }],
};

export default [
  {
    ignores: [
      '**/dist/**',
      '**/node_modules/**',
      '**/.nuxt-ui/**',
      '**/coverage/**',
      '.data/**',
      '.nx/**',
      'libs/contracts/src/api/**',
      'apps/web/*.d.ts',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' }, rules: everywhere },
  {
    files: ['**/*.{js,mjs}'],
    languageOptions: { globals: readonly(nodeGlobals) },
    rules: {
      'no-dupe-keys': 'error',
      'no-undef': 'error',
      'no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  { files: ['**/test/**/*.{js,mjs}', '**/*.test.mjs'], languageOptions: { globals: readonly(testGlobals) } },

  { files: ['apps/web/public/**/*.js'], languageOptions: { globals: readonly(browserGlobals) } },

  ...tseslint.configs.recommendedTypeChecked.map((config) => ({
    ...config,
    files: [...typed, ...components],
  })),
  {
    files: [...typed, ...components],
    languageOptions: {
      parserOptions: {
        project: findLintProjects(),
        tsconfigRootDir: import.meta.dirname,
        extraFileExtensions: ['.vue'],
      },
    },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      // A default without its type is described as `object` in the API's description.
      '@typescript-eslint/no-inferrable-types': 'off',
      // An interface that promises needs no await in each of its implementations.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },

  {
    // What a test reads out of an HTTP answer has no type: the assertion is its check.
    files: ['apps/api/test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
    },
  },
  ...vue.configs['flat/essential'].map((config) => ({ ...config, files: components })),
  ...accessibility.configs['flat/recommended'].map((config) => ({ ...config, files: components })),
  {
    files: components,
    languageOptions: { parserOptions: { parser: tseslint.parser } },
    rules: {
      'vue/no-v-html': 'error',
      'vue/component-api-style': ['error', ['script-setup']],
      'vue/block-lang': ['error', { script: { lang: 'ts' } }],
      // A label may hold its field or point at it; both are announced.
      'vuejs-accessibility/label-has-for': ['error', { required: { some: ['nesting', 'id'] } }],
    },
  },

  {
    files: ['apps/web/**/*.{ts,vue}'],
    rules: {
      // What composables return is plain functions, though their types say methods: const { t } = useI18n().
      '@typescript-eslint/unbound-method': 'off',
      // The type of a component is known to vue-tsc alone, which checks these; here it would always be `any`.
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  {
    files: ['{apps,libs}/**/*.{ts,vue,mjs}'],
    plugins: { praktika: { rules: { boundaries } } },
    rules: { 'praktika/boundaries': 'error' },
  },
  {
    files: ['apps/web/src/**/*.{ts,vue}'],
    // The composition root installs the kit's plugin.
    ignores: ['apps/web/src/ui/**', 'apps/web/src/main.ts'],
    rules: { 'no-restricted-imports': ['error', kitOnlyBehindUi] },
  },
  {
    files: ['apps/api/src/**/*.ts'],
    // core/database opens transactions with settings that it escapes itself.
    ignores: ['apps/api/src/migrations/**', 'apps/api/src/core/database/**', 'apps/api/src/modules/**'],
    rules: { 'no-restricted-syntax': ['error', noGluedSql] },
  },
  {
    files: ['apps/api/src/modules/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', noGluedSql, noBareError] },
  },
];

import { ESLint } from 'eslint';
import { join } from 'node:path';
import { boundaries } from '../checks/eslint/boundaries.mjs';
import { root } from '../launcher/paths.mjs';

/** Each line: the importing file, the import, and the complaint that is expected (none: it is allowed). */
const crossings = [
  ['apps/api/src/modules/partners/x.ts', '../documents/documents.service.js', /only through its index/],
  ['apps/api/src/modules/partners/x.ts', '../documents/index.js', undefined],
  ['apps/api/src/modules/partners/operations/x.ts', '../partners.queries.js', undefined],
  ['apps/api/src/modules/partners/x.ts', '../../core/clock/clock.js', undefined],
  ['apps/api/src/modules/partners/x.ts', '../../main.js', /may not import api/],
  ['apps/api/src/core/jobs/x.ts', '../../modules/partners/index.js', /api\/core may not import api\/modules/],
  ['apps/api/src/core/jobs/x.ts', '@praktika/contracts', undefined],
  ['apps/api/src/core/jobs/x.ts', '@praktika/signing', /may not import signing/],
  ['apps/api/src/modules/partners/x.ts', '../../../../web/src/main.js', /may not import web/],
  ['libs/contracts/src/x.ts', '@praktika/signing', /contracts may not import signing/],
  ['libs/contracts/src/x.ts', '../../signing/src/index.js', /contracts may not import signing/],
  ['libs/signing/src/x.ts', '@praktika/contracts', /signing may not import contracts/],
  ['apps/web/src/features/documents/x.ts', '../../../../api/src/main.js', /may not import api/],
  ['apps/web/src/features/documents/x.ts', '@praktika/api', /may not import api/],
  ['apps/web/src/features/documents/x.ts', '@praktika/contracts', undefined],
  ['apps/web/src/features/documents/x.ts', '../profile/views/ProfileView.vue', /only through its index/],
  ['apps/web/src/features/documents/x.ts', '../profile/index', undefined],
  ['apps/web/src/ui/x.ts', '../features/documents/index', /web\/ui may not import web\/features/],
];

const forms = [
  ['an import', (source) => `import '${source}';`],
  ['an export', (source) => `export * from '${source}';`],
  ['a lazy import', (source) => `export const later = () => import('${source}');`],
];

describe.each(forms)('The boundary rule over %s', (_form, write) => {
  const eslint = new ESLint({
    cwd: root,
    overrideConfigFile: true,
    overrideConfig: {
      files: ['**/*.ts'],
      plugins: { praktika: { rules: { boundaries } } },
      rules: { 'praktika/boundaries': 'error' },
    },
  });

  test.each(crossings)('judges %s → %s', async (file, source, complaint) => {
    const [{ messages }] = await eslint.lintText(write(source), { filePath: join(root, file) });
    expect(messages.map(({ message }) => message)).toEqual(
      complaint ? [expect.stringMatching(complaint)] : [],
    );
  });
});

/** The repository's own configuration on a deliberate violation, given the rules that need no type information. */
const violations = [
  ['apps/api/src/modules/partners/x.ts', `throw new Error('no');`, 'no-restricted-syntax'],
  ['apps/api/src/modules/partners/x.ts', 'db.query(`SELECT ${name}`);', 'no-restricted-syntax'],
  ['apps/api/src/core/jobs/x.ts', 'list.orderBy(`${column} ASC`);', 'no-restricted-syntax'],
  ['apps/web/src/features/documents/x.ts', `import '@nuxt/ui';`, 'no-restricted-imports'],
  [
    'apps/web/src/features/documents/x.ts',
    `import '@nuxt/ui/components/Button.vue';`,
    'no-restricted-imports',
  ],
];
const allowed = [
  ['apps/api/src/modules/partners/x.ts', 'db.query(`SELECT $1`, [name]);'],
  ['apps/web/src/ui/x.ts', `import '@nuxt/ui';`],
];

describe('The house rules of eslint.config.js', () => {
  let rulesOf;
  beforeAll(async () => {
    const eslint = new ESLint({ cwd: root });
    rulesOf = async (file, text) => {
      const { rules } = await eslint.calculateConfigForFile(file);
      const names = ['no-restricted-syntax', 'no-restricted-imports'].filter((name) => rules[name]);
      const bare = new ESLint({
        cwd: root,
        overrideConfigFile: true,
        overrideConfig: {
          files: ['**/*.ts'],
          rules: Object.fromEntries(names.map((name) => [name, rules[name]])),
        },
      });
      const [{ messages }] = await bare.lintText(text, { filePath: join(root, file) });
      return messages.map(({ ruleId }) => ruleId);
    };
  });

  test.each(violations)('flag in %s: %s', async (file, text, rule) => {
    expect(await rulesOf(file, text)).toEqual([rule]);
  });

  test.each(allowed)('allow in %s: %s', async (file, text) => {
    expect(await rulesOf(file, text)).toEqual([]);
  });

  test('forbid raw HTML in components', async () => {
    const { rules } = await new ESLint({ cwd: root }).calculateConfigForFile('apps/web/src/features/x.vue');
    expect(rules['vue/no-v-html'][0]).toBe(2);
  });
});

import { startProgram } from '../launcher/children.mjs';
import { arrange, runAside } from '../launcher/testing/lanes.mjs';
import { checkCompose } from '../checks/compose.mjs';
import { complete, findAddresses, findMissing } from '../lock-fill.mjs';
import {
  add,
  countJest,
  countPlaywright,
  describeCounts,
  none,
  withExitCode,
} from '../launcher/testing/counts.mjs';

describe('The check of docker-compose.yml', () => {
  const service = (body) => `services:\n  api:\n    image: praktika-api\n${body}\nvolumes:\n  data:\n`;

  test.each([
    [
      'a Dockerfile stage that is not there',
      '    build: { context: ., target: nowhere }',
      /no stage nowhere/,
    ],
    [
      'an unknown service',
      '    depends_on: { ghost: { condition: service_started } }',
      /unknown service ghost/,
    ],
    ['a health nobody measures', '    depends_on: { api: { condition: service_healthy } }', /no healthcheck/],
    ['a volume nobody declared', "    volumes: ['elsewhere:/data']", /mounts elsewhere/],
    ['a folder that is not there', "    volumes: ['./nowhere:/data:ro']", /mounts \.\/nowhere/],
    ['an env file nobody makes', '    env_file: [deploy/other.env]', /makes no deploy\/other\.env/],
    [
      'a program without a source',
      '    command: [node, apps/api/dist/nothing.js]',
      /apps\/api\/src\/nothing\.ts/,
    ],
  ])('finds %s', (_what, body, complaint) => {
    expect(checkCompose(service(body))).toEqual([expect.stringMatching(complaint)]);
  });

  test('has nothing against a sound file', () => {
    expect(checkCompose(service("    volumes: ['data:/data']"))).toEqual([]);
  });
});

describe('The completed lock', () => {
  const lock = {
    packages: {
      '': {},
      'node_modules/tool': {
        version: '1.0.0',
        dev: true,
        optionalDependencies: { 'tool-darwin-arm64': '1.0.0', 'tool-linux-x64-musl': '1.0.0' },
      },
      'node_modules/tool-linux-x64-musl': { version: '0.9.0', resolved: 'https://registry.example/tool.tgz' },
    },
  };

  test('has an entry for each optional package, beside another version where one is in the way', () => {
    const { packages } = complete(lock);
    expect(packages['node_modules/tool-darwin-arm64']).toEqual({
      version: '1.0.0',
      cpu: ['arm64'],
      dev: true,
      optional: true,
      os: ['darwin'],
    });
    expect(packages['node_modules/tool/node_modules/tool-linux-x64-musl']).toMatchObject({
      version: '1.0.0',
      libc: ['musl'],
    });
    expect(findMissing(packages)).toEqual([]);
  });

  test('names no registry', () => {
    expect(findAddresses(lock.packages)).toHaveLength(1);
    expect(findAddresses(complete(lock).packages)).toEqual([]);
  });
});

describe('The count of npm test', () => {
  test('takes a file that did not load for a failure', () => {
    const summary = {
      numPassedTests: 3,
      numFailedTests: 0,
      numPendingTests: 1,
      numTodoTests: 1,
      numRuntimeErrorTestSuites: 1,
    };
    expect(countJest(summary)).toEqual({ passed: 3, failed: 1, skipped: 2 });
  });

  test('takes a flaky browser test for a failure', () => {
    const stats = { expected: 2, unexpected: 0, flaky: 1, skipped: 0 };
    expect(countPlaywright({ stats })).toEqual({ passed: 2, failed: 1, skipped: 0 });
  });

  test('fails a runner that broke without a failed test, and one that ran nothing', () => {
    expect(withExitCode({ passed: 5, failed: 0, skipped: 0 }, 1).failed).toBe(1);
    expect(withExitCode({ passed: 5, failed: 2, skipped: 0 }, 1).failed).toBe(2);
    expect(withExitCode(none, 0).failed).toBe(1);
    expect(withExitCode({ passed: 5, failed: 0, skipped: 0 }, 0).failed).toBe(0);
  });

  test('ends in one line that tells of skips only when there are any', () => {
    expect(describeCounts(add(none, { passed: 7, failed: 0, skipped: 0 }))).toBe('7 passed, 0 failed');
    expect(describeCounts({ passed: 7, failed: 1, skipped: 2 })).toBe('7 passed, 1 failed, 2 skipped');
  });
});

describe('The order of npm test', () => {
  const steps = [{ id: 'a' }, { id: 'b', beside: 'a' }, { id: 'c' }, { id: 'd', beside: 'a' }];

  test('gives every step its place: by itself, or beside the one it names', () => {
    expect(arrange(steps).map(({ step, aside }) => [step.id, ...aside.map(({ id }) => id)])).toEqual([
      ['a', 'b', 'd'],
      ['c'],
    ]);
  });

  test('runs a step by itself when the one it names was not chosen', () => {
    expect(arrange(steps.slice(1)).map(({ step }) => step.id)).toEqual(['b', 'c', 'd']);
  });

  test('keeps what steps aside say and what their programs say, in its order', async () => {
    const { results, output } = await runAside(steps.slice(0, 2), async ({ id }, report) => {
      report.line(`line of ${id}`);
      const program = startProgram(process.execPath, ['-e', `console.log('program of ${id}')`], {
        stdio: report.outputOfChildren,
      });
      expect(await program.ended).toBe(0);
      return id;
    });
    expect(results).toEqual(['a', 'b']);
    expect(output).toBe('line of a\nprogram of a\nline of b\nprogram of b\n');
  });
});

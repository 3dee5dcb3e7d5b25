import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const SOURCE = fileURLToPath(new URL('../src/', import.meta.url));
const SERVER_ONLY = ['node', 'demo-ca'];

const portable = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }).filter(
  (name) => name.endsWith('.ts') && !SERVER_ONLY.some((folder) => name.startsWith(`${folder}/`)),
);

describe('What the browser loads', () => {
  it('imports nothing of Node and nothing of the server-only folders', () => {
    const wrong = portable.filter((name) =>
      /from '(node:|\.\.?\/(\.\.\/)*(node|demo-ca)\/)/.test(readFileSync(join(SOURCE, name), 'utf8')),
    );
    expect(portable.length).toBeGreaterThan(20);
    expect(wrong).toEqual([]);
  });

  it('loads the big libraries only when a key file is opened', () => {
    const eager = portable.filter((name) =>
      /^import .* from '(pkijs|asn1js|node-forge)'/m.test(readFileSync(join(SOURCE, name), 'utf8')),
    );
    expect(eager).toEqual([]);
  });

  it('compiles without the types of Node', () => {
    const project = fileURLToPath(new URL('../tsconfig.portable.json', import.meta.url));
    const compiler = fileURLToPath(new URL('../../../node_modules/typescript/bin/tsc', import.meta.url));
    expect(execFileSync(process.execPath, [compiler, '-p', project], { encoding: 'utf8' })).toBe('');
  });
});

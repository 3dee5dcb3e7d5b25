import { spawnSync } from 'node:child_process';
import { apiWords } from './application.mjs';
import { root } from './paths.mjs';

/**
 * Tells where the product is and who can sign in.
 * `seed.js --print` answers JSON: `{accounts: [{email, name, role}], password, setupUrl}`; each part may be absent.
 */
export function welcome({ settings, env, report }) {
  const { accounts = [], password, setupUrl } = readDemo(env);
  report.line('');
  report.line(`  Praktika        ${settings.publicUrl}`);
  report.line(`  API             ${settings.publicUrl}/api/docs`);
  if (setupUrl) report.line(`  First sign-in   ${setupUrl}`);
  if (accounts.length > 0) report.line(`\n  Demo accounts, password ${password}:`);
  const width = Math.max(0, ...accounts.map(({ email }) => email.length));
  for (const { email, name, role } of accounts) {
    report.line(`    ${email.padEnd(width)}  ${[name, role].filter(Boolean).join(', ')}`);
  }
  report.line('\n  Ctrl+C stops everything.\n');
}

function readDemo(env) {
  const { status, stdout } = spawnSync(process.execPath, apiWords('seed', '--print'), {
    cwd: root,
    env,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return status === 0 ? JSON.parse(stdout) : {};
}

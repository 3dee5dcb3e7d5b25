/**
 * The one place that says which environment variables the product reads and what each may hold.
 * Depends on Node alone: the launcher uses it before anything is installed, the API at its start.
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import * as rules from './rules.mjs';

export { readOrCreateSecret } from './secrets.mjs';

const variables = [
  {
    name: 'NODE_ENV',
    key: 'nodeEnv',
    rule: rules.oneOf('development', 'test', 'production'),
    default: 'development',
  },
  { name: 'PORT', key: 'port', rule: rules.port, default: 3000 },
  { name: 'HOST', key: 'host', rule: rules.host },
  { name: 'PUBLIC_URL', key: 'publicUrl', rule: rules.siteAddress },
  { name: 'DATA_DIR', key: 'dataDirectory', rule: rules.path, default: '.data' },
  { name: 'WEB_ROOT', key: 'webRoot', rule: rules.path },
  { name: 'DATABASE_URL', key: 'databaseUrl', rule: rules.postgresAddress, mayBeFile: true },
  { name: 'DATABASE_OWNER_URL', key: 'databaseOwnerUrl', rule: rules.postgresAddress, mayBeFile: true },
  { name: 'REDIS_URL', key: 'redisUrl', rule: rules.redisAddress, mayBeFile: true },
  { name: 'SMTP_URL', key: 'smtpUrl', rule: rules.smtpAddress, mayBeFile: true },
  {
    name: 'MAIL_FROM',
    key: 'mailFrom',
    rule: rules.mailbox,
    default: 'Практика <no-reply@praktika.example>',
  },
  { name: 'TRUST_PROFILE', key: 'trustProfile', rule: rules.oneOf('demo', 'production'), default: 'demo' },
  { name: 'DEMO_PUBLIC', key: 'demoPublic', rule: rules.yesOrNo, default: false },
  { name: 'LOG_LEVEL', key: 'logLevel', rule: rules.logLevel, default: 'info' },
  { name: 'RUN_JOBS', key: 'runJobs', rule: rules.yesOrNo, default: true },
  { name: 'SESSION_SECRET', key: 'sessionSecret', rule: rules.secret, mayBeFile: true },
  { name: 'CURSOR_SECRET', key: 'cursorSecret', rule: rules.secret, mayBeFile: true },
];

/** The names of all variables the product reads, `*_FILE` forms included. */
export const variableNames = variables.flatMap(({ name, mayBeFile }) =>
  mayBeFile ? [name, `${name}_FILE`] : [name],
);

/** The text of a variable, from itself or from the file that `NAME_FILE` points at; an empty one counts as unset. */
function textOf(variable, env) {
  const direct = env[variable.name] || undefined;
  const file = (variable.mayBeFile && env[`${variable.name}_FILE`]) || undefined;
  if (direct && file) {
    return {
      problem: { variable: `${variable.name}_FILE`, expected: `to be unset while ${variable.name} is set` },
    };
  }
  if (!file) return { text: direct };
  try {
    return { text: readFileSync(file, 'utf8').trim() };
  } catch {
    return {
      problem: { variable: `${variable.name}_FILE`, expected: 'the path of a readable file with the value' },
    };
  }
}

function readVariable(variable, env) {
  const { text, problem } = textOf(variable, env);
  if (problem) return { problem };
  if (text === undefined) return { value: variable.default };
  const { value, expected } = variable.rule(text);
  return expected === undefined ? { value } : { problem: { variable: variable.name, expected } };
}

/** Rules that bind two variables together. */
function crossProblems(values) {
  return values.databaseOwnerUrl && !values.databaseUrl
    ? [
        {
          variable: 'DATABASE_URL',
          expected: 'the address for the application role, because DATABASE_OWNER_URL is set',
        },
      ]
    : [];
}

/**
 * Reads the environment into typed values.
 *
 * @param env variables by name, normally `process.env`; unknown names are ignored, empty texts count as unset
 * @param options.directory the folder that relative paths start from; the working folder by default
 * @returns `{ ok: true, values }`, or `{ ok: false, problems }` naming each variable and what it should hold.
 *   A problem never repeats the refused text, which may be a password.
 */
export function readEnvironment(env, { directory = process.cwd() } = {}) {
  const read = variables.map((variable) => ({ key: variable.key, ...readVariable(variable, env) }));
  const values = Object.fromEntries(read.map(({ key, value }) => [key, value]));
  const problems = [...read.flatMap(({ problem }) => problem ?? []), ...crossProblems(values)];
  if (problems.length > 0) return { ok: false, problems };
  return {
    ok: true,
    values: {
      ...values,
      dataDirectory: resolve(directory, values.dataDirectory),
      webRoot: values.webRoot && resolve(directory, values.webRoot),
      publicUrl: values.publicUrl ?? `http://localhost:${values.port}`,
    },
  };
}

/** One line for a person: `PORT: expected a whole number from 1 to 65535`. */
export function describeProblem({ variable, expected }) {
  return `${variable}: expected ${expected}`;
}

import { join } from 'node:path';
import {
  describeProblem,
  readEnvironment,
  readOrCreateSecret,
  type Environment,
} from '@praktika/environment';

/** Everything the process was told, checked once at the start. */
export interface Config extends Environment {
  readonly databaseUrl: string;
  readonly sessionSecret: string;
  readonly cursorSecret: string;
  /** Whether cookies may demand https: the site's public address says so. */
  readonly secureCookies: boolean;
}

/** Injection token of the configuration. */
export const CONFIG = Symbol('Config');

/** Exit code of a process that refuses its configuration (sysexits EX_CONFIG). */
const EX_CONFIG = 78;

/**
 * Reads and checks the environment. In the embedded default the secrets are made once into DATA_DIR/secrets. A
 * wrong or missing variable ends the process with code 78, naming the variables and never their values.
 */
export function loadConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const result = readEnvironment(env);
  if (!result.ok) return exitWith(result.problems.map(describeProblem));
  const { values } = result;
  if (values.databaseUrl === undefined) return exitWith(['DATABASE_URL: expected the address of PostgreSQL']);
  const secrets = join(values.dataDirectory, 'secrets');
  return {
    ...values,
    databaseUrl: values.databaseUrl,
    sessionSecret: values.sessionSecret ?? readOrCreateSecret(secrets, 'session.key'),
    cursorSecret: values.cursorSecret ?? readOrCreateSecret(secrets, 'cursor.key'),
    secureCookies: values.publicUrl.startsWith('https:'),
  };
}

function exitWith(lines: readonly string[]): never {
  process.stderr.write(`${lines.join('\n')}\n`);
  process.exit(EX_CONFIG);
}

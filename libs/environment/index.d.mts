/** What the environment variables say, checked and typed. */
export interface Environment {
  nodeEnv: 'development' | 'test' | 'production';
  /** `PORT`, 3000 by default. */
  port: number;
  /** `HOST`: the interface to listen on; unset means that the process decides (loopback while demo data exist). */
  host: string | undefined;
  /** `PUBLIC_URL`: scheme, host and port of the site, without a trailing slash; for links in mails and cookies. */
  publicUrl: string;
  /** `DATA_DIR`, absolute: files, secrets, the embedded database. */
  dataDirectory: string;
  /** `WEB_ROOT`, absolute: the built web, when the API serves it. */
  webRoot: string | undefined;
  /** `DATABASE_URL`: the application role's address in API processes (docs/operations/configuration.md). */
  databaseUrl: string | undefined;
  /** `DATABASE_OWNER_URL`: the owner's address, for migrations, the seed and maintenance. */
  databaseOwnerUrl: string | undefined;
  /** `REDIS_URL`: the queue runs on Redis when set, on PostgreSQL otherwise. */
  redisUrl: string | undefined;
  /** `SMTP_URL`: mail is sent when set, kept in the visible outbox otherwise. */
  smtpUrl: string | undefined;
  /** `MAIL_FROM`: the sender of every mail. */
  mailFrom: string;
  trustProfile: 'demo' | 'production';
  /** `DEMO_PUBLIC=yes`: demo data may be served beyond this machine. */
  demoPublic: boolean;
  logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';
  /** `RUN_JOBS`: whether an API process also runs the jobs. */
  runJobs: boolean;
  /** `SESSION_SECRET` or the text of `SESSION_SECRET_FILE`; at least 32 characters. */
  sessionSecret: string | undefined;
  /** `CURSOR_SECRET` or the text of `CURSOR_SECRET_FILE`; at least 32 characters. */
  cursorSecret: string | undefined;
}

export interface EnvironmentProblem {
  /** The variable's name. */
  variable: string;
  /** What it should hold, in words that follow "expected". */
  expected: string;
}

export type EnvironmentResult =
  { ok: true; values: Environment } | { ok: false; problems: EnvironmentProblem[] };

/**
 * Reads the environment into typed values, or says which variables are wrong and what each should hold.
 * Unknown names are ignored; empty texts count as unset; a refused text is never repeated.
 */
export function readEnvironment(
  env: Readonly<Record<string, string | undefined>>,
  options?: { directory?: string },
): EnvironmentResult;

/** One line for a person: `PORT: expected a whole number from 1 to 65535`. */
export function describeProblem(problem: EnvironmentProblem): string;

/** A secret kept in a 0600 file: made at the first call, the same at every later one, also between processes. */
export function readOrCreateSecret(directory: string, fileName: string): string;

/** The names of all variables the product reads, `*_FILE` forms included. */
export const variableNames: readonly string[];

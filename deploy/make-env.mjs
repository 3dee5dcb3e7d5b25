/**
 * Makes the env files of docker-compose.yml with random passwords: `node deploy/make-env.mjs https://praktika.example`.
 * Files that are there already are left alone.
 */
import { randomBytes } from 'node:crypto';
import { existsSync, writeFileSync } from 'node:fs';

const password = () => randomBytes(24).toString('base64url');

/** Each file and its text; a service gets only what it needs. @param publicUrl the address people type */
function describeFiles(publicUrl) {
  const [superuser, owner, app, redis] = [password(), password(), password(), password()];
  const database = (user, secret) => `postgres://${user}:${secret}@postgres:5432/praktika`;
  return {
    'postgres.env': {
      POSTGRES_PASSWORD: superuser,
      PRAKTIKA_OWNER_PASSWORD: owner,
      PRAKTIKA_APP_PASSWORD: app,
    },
    'redis.env': { REDIS_PASSWORD: redis },
    'owner.env': { DATABASE_OWNER_URL: database('praktika_owner', owner) },
    'praktika.env': {
      PUBLIC_URL: publicUrl,
      DATABASE_URL: database('praktika_app', app),
      REDIS_URL: `redis://:${redis}@redis:6379`,
      SMTP_URL: 'smtp://mail:1025',
      MAIL_FROM: 'no-reply@praktika.example',
      TRUST_PROFILE: 'production',
      SESSION_SECRET: password() + password(),
      CURSOR_SECRET: password() + password(),
    },
  };
}

/** The files that docker-compose.yml reads, from the root of the repository. */
export const envFiles = Object.keys(describeFiles('')).map((name) => `deploy/${name}`);

function main(publicUrl) {
  const files = Object.entries(describeFiles(publicUrl));
  const present = files.filter(([name]) => existsSync(new URL(name, import.meta.url)));
  if (present.length > 0) {
    console.error(
      `Already there: ${present.map(([name]) => name).join(', ')}. Remove all of them to make new ones.`,
    );
    process.exitCode = 1;
    return;
  }
  for (const [name, values] of files) {
    const lines = Object.entries(values).map(([key, value]) => `${key}=${value}\n`);
    writeFileSync(new URL(name, import.meta.url), lines.join(''), { mode: 0o600, flag: 'wx' });
  }
  console.log('Made deploy/*.env. Next: docker compose up --build --detach');
}

if (process.argv[1]?.endsWith('make-env.mjs')) main(process.argv[2] ?? 'http://localhost:8080');

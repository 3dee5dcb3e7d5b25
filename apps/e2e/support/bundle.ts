import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { buffer } from 'node:stream/consumers';
import { openPromise } from 'yauzl';

const run = promisify(execFile);
const ANCHORS = 'Сертификаты/Доверенные центры.pem';

/** An archive of a signed document, unpacked on this machine. */
export interface Bundle {
  readonly folder: string;
  /** Paths inside the archive. */
  readonly names: readonly string[];
  read: (name: string) => Promise<Buffer>;
  remove: () => Promise<void>;
}

export async function unpack(archive: string): Promise<Bundle> {
  const folder = await mkdtemp(join(tmpdir(), 'praktika-bundle-'));
  const names: string[] = [];
  const zip = await openPromise(archive);
  for await (const entry of zip.eachEntry()) {
    names.push(entry.fileName);
    const path = join(folder, entry.fileName);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, await buffer(await zip.openReadStreamPromise(entry)));
  }
  return {
    folder,
    names,
    read: (name) => readFile(join(folder, name)),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** OpenSSL's own verdict on one signature over exactly these bytes; it trusts only the bundle's authorities. */
export async function opensslVerdict(bundle: Bundle, signature: string, document: string): Promise<string> {
  const words = ['cms', '-verify', '-cades', '-binary', '-inform', 'DER', '-in', signature];
  words.push('-content', document, '-CAfile', ANCHORS, '-purpose', 'any', '-out', '/dev/null');
  const { stderr } = await run('openssl', words, { cwd: bundle.folder });
  return stderr.trim();
}

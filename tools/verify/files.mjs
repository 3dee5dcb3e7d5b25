import { createReadStream } from 'node:fs';
import { readFile, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { sortTrustFiles } from '@praktika/signing';
import { UsageError } from './arguments.mjs';

/** The document as a stream, so that its size does not matter. */
export async function documentStream(file) {
  await assertKind('content', file, 'file');
  return () => createReadStream(file);
}

export async function signatureFile(file) {
  await assertKind('signature', file, 'file');
  return new Uint8Array(await readFile(file));
}

/**
 * Trust from the two folders: anchors from the first only; authorities and revocation lists from both.
 *
 * @returns trust and the files that hold neither certificates nor lists
 */
export async function trustFolders(anchorsFolder, crlsFolder) {
  const anchors = await folder('anchors', anchorsFolder);
  const lists =
    crlsFolder === undefined ? { paths: [], sorted: sortTrustFiles([]) } : await folder('crls', crlsFolder);
  return {
    trust: {
      anchors: anchors.sorted.anchors,
      intermediates: [...anchors.sorted.intermediates, ...lists.sorted.intermediates],
      crls: [...anchors.sorted.crls, ...lists.sorted.crls],
    },
    unreadable: [anchors, lists].flatMap(({ paths, sorted }) =>
      sorted.unreadable.map((index) => paths[index]),
    ),
  };
}

async function folder(argument, path) {
  await assertKind(argument, path, 'folder');
  const entries = await readdir(path, { withFileTypes: true });
  const paths = entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(path, entry.name))
    .sort();
  const files = await Promise.all(paths.map((file) => readFile(file)));
  return { paths, sorted: sortTrustFiles(files.map((bytes) => new Uint8Array(bytes))) };
}

async function assertKind(argument, path, kind) {
  const found = await stat(path).catch(() => null);
  if (!found) throw new UsageError(`--${argument}: нет такого пути: ${path}`);
  if (found.isDirectory() !== (kind === 'folder')) {
    throw new UsageError(`--${argument}: ожидается ${kind === 'folder' ? 'папка' : 'файл'}: ${path}`);
  }
}

import { createPrivateKey, X509Certificate } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DemoAlgorithm, DemoCa } from './authority.js';
import type { Authority } from './certificate.js';

const PARTS = ['root', 'issuing'] as const;

const keyFile = (directory: string, algorithm: DemoAlgorithm, part: string) =>
  join(directory, `${algorithm.toLowerCase()}-${part}.key.pem`);

/** Path of an authority's certificate in the centre's directory. */
export const certificateFile = (
  directory: string,
  algorithm: DemoAlgorithm,
  part: 'root' | 'issuing',
): string => join(directory, `${algorithm.toLowerCase()}-${part}.crt.pem`);

/** Keeps the centre in a directory: keys as PKCS #8 PEM readable by the owner only, certificates as PEM. */
export async function saveDemoCa(ca: DemoCa, directory: string): Promise<void> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  for (const part of PARTS) {
    const { certificate, privateKey } = ca[part];
    const pem = privateKey.export({ format: 'pem', type: 'pkcs8' });
    await writeFile(keyFile(directory, ca.algorithm, part), pem, { mode: 0o600 });
    await writeFile(
      certificateFile(directory, ca.algorithm, part),
      new X509Certificate(certificate).toString(),
    );
  }
}

/** The centre kept in a directory, or null when there is none. */
export async function loadDemoCa(directory: string, algorithm: DemoAlgorithm): Promise<DemoCa | null> {
  try {
    const [root, issuing] = await Promise.all(PARTS.map((part) => loadAuthority(directory, algorithm, part)));
    return root && issuing ? { algorithm, root, issuing } : null;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

async function loadAuthority(
  directory: string,
  algorithm: DemoAlgorithm,
  part: (typeof PARTS)[number],
): Promise<Authority> {
  const [key, certificate] = await Promise.all([
    readFile(keyFile(directory, algorithm, part)),
    readFile(certificateFile(directory, algorithm, part)),
  ]);
  return {
    privateKey: createPrivateKey(key),
    certificate: Uint8Array.from(new X509Certificate(certificate).raw),
  };
}

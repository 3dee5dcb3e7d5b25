import { execFileSync, spawnSync } from 'node:child_process';
import type { KeyObject } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NOW, type World } from './world.js';

const OPENSSL = process.env.OPENSSL ?? 'openssl';

/** A folder of one test file, and OpenSSL working in it: the judge that shares no code with us. */
export class OpenSsl {
  readonly folder = mkdtempSync(join(tmpdir(), 'praktika-signing-'));

  path = (name: string): string => join(this.folder, name);

  write(name: string, bytes: Uint8Array | string): string {
    writeFileSync(this.path(name), bytes);
    return this.path(name);
  }

  read = (name: string): Uint8Array => new Uint8Array(readFileSync(this.path(name)));

  run(...words: readonly string[]): void {
    execFileSync(OPENSSL, words, { cwd: this.folder, stdio: 'pipe' });
  }

  /** A signature made with the head's key; the issuing centre's certificate lies beside it, for `-certfile`. */
  signs({ ca, head }: World, content: Uint8Array, ...options: readonly string[]): Uint8Array {
    this.write('doc.bin', content);
    this.write('head.pem', pem('CERTIFICATE', head.certificate));
    this.write('head.key', keyPem(head.privateKey));
    this.write('issuing.pem', pem('CERTIFICATE', ca.issuing.certificate));
    const words =
      'cms -sign -cades -binary -in doc.bin -signer head.pem -inkey head.key -outform DER -out made.sig';
    this.run(...words.split(' '), ...options);
    return this.read('made.sig');
  }

  /** Does `openssl cms -verify -cades` accept the signature, every revocation list checked? */
  accepts(signature: Uint8Array, content: Uint8Array, trust: readonly string[]): boolean {
    this.write('judged.sig', signature);
    this.write('judged.bin', content);
    this.write('judged.pem', trust.join(''));
    const words =
      'cms -verify -cades -binary -inform DER -in judged.sig -content judged.bin -CAfile judged.pem';
    const checks = `-crl_check_all -purpose any -attime ${NOW.getTime() / 1000} -out /dev/null`;
    return spawnSync(OPENSSL, `${words} ${checks}`.split(' '), { cwd: this.folder }).status === 0;
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** The issuing centre's certificate goes into the file too. */
export const WITH_ISSUING = ['-certfile', 'issuing.pem'];

export function pem(label: string, der: Uint8Array): string {
  const lines =
    Buffer.from(der)
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return `-----BEGIN ${label}-----\n${lines.join('\n')}\n-----END ${label}-----\n`;
}

export const keyPem = (key: KeyObject): string => key.export({ format: 'pem', type: 'pkcs8' }).toString();

import type { Config } from '../../core/config/index.js';
import { holdsDemo } from './demo-folder.js';

/** Exit code of a process that refuses its configuration (sysexits EX_CONFIG). */
const EX_CONFIG = 78;

const LOOPBACK = /^(localhost|::1|127(\.\d{1,3}){3})$/;

/** What the demo's presence means for a process: the interface to listen on, or why it must not start. */
export type DemoVerdict = { readonly host: string } | { readonly refusal: string };

/**
 * The rule of domain.md §8.12: production never runs on a folder that holds the demo, whose passwords and keys are
 * public; and while the demo is there only this machine may connect, unless the operator says otherwise.
 */
export function judgeDemo(
  config: Pick<Config, 'trustProfile' | 'host' | 'demoPublic' | 'dataDirectory'>,
  demo: boolean,
): DemoVerdict {
  if (!demo) return { host: config.host ?? '0.0.0.0' };
  if (config.trustProfile === 'production') {
    return {
      refusal:
        'TRUST_PROFILE: expected demo, because DATA_DIR holds demo data; start production with an empty DATA_DIR',
    };
  }
  if (config.demoPublic) return { host: config.host ?? '0.0.0.0' };
  if (config.host === undefined || LOOPBACK.test(config.host)) return { host: config.host ?? '127.0.0.1' };
  return { refusal: 'HOST: expected a loopback address while demo data exist, or DEMO_PUBLIC=yes' };
}

/** The interface to listen on; a forbidden start ends the process with code 78 and the reason. */
export function demoGuard(config: Config): string {
  const verdict = judgeDemo(config, holdsDemo(config.dataDirectory));
  if ('host' in verdict) return verdict.host;
  process.stderr.write(`${verdict.refusal}\n`);
  process.exit(EX_CONFIG);
}

import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Where the demo lies in the data folder. */
export interface DemoFolder {
  /** Keys and certificates of the certification centre; its presence marks the folder as holding the demo. */
  readonly centre: string;
  /** `<e-mail>.p12` of everybody who signs. */
  readonly certificates: string;
}

export function demoFolder(dataDirectory: string): DemoFolder {
  const root = join(dataDirectory, 'demo');
  return { centre: join(root, 'ca'), certificates: join(root, 'certificates') };
}

/** Path of a person's container. The e-mail is one of the demo's own, never text from a request. */
export const containerPath = (folder: DemoFolder, email: string): string =>
  join(folder.certificates, `${email}.p12`);

/** Does the data folder hold the demo? */
export const holdsDemo = (dataDirectory: string): boolean => existsSync(demoFolder(dataDirectory).centre);

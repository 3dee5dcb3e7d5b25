import type { ClientBase } from 'pg';
import type { Config } from '../core/config/config.js';
import { holdsDemo } from '../modules/demo/demo-folder.js';
import { readFact } from './facts.js';

/** Is there nothing left to seed: the documents in the database and the keys in the data folder? */
export async function isDemoComplete(owner: ClientBase, config: Config): Promise<boolean> {
  return holdsDemo(config.dataDirectory) && (await areDocumentsSeeded(owner));
}

/** Has every document of the demo reached its status? */
export async function areDocumentsSeeded(owner: ClientBase): Promise<boolean> {
  return (await readFact(owner, 'demo.documents')) !== undefined;
}

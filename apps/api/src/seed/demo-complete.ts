import type { ClientBase } from 'pg';
import type { Config } from '../core/config/config.js';
import { holdsDemo } from '../modules/demo/demo-folder.js';
import { readFact } from './facts.js';

/** Is there nothing left to seed: documents and listings in the database, and the keys in the data folder? */
export async function isDemoComplete(owner: ClientBase, config: Config): Promise<boolean> {
  if (!holdsDemo(config.dataDirectory)) return false;
  return (await areDocumentsSeeded(owner)) && (await isMarketSeeded(owner));
}

/** Has every document of the demo reached its status? */
export async function areDocumentsSeeded(owner: ClientBase): Promise<boolean> {
  return (await readFact(owner, 'demo.documents')) !== undefined;
}

/** Has every listing of the demo reached its status, and every response to one? */
export async function isMarketSeeded(owner: ClientBase): Promise<boolean> {
  return (await readFact(owner, 'demo.market')) !== undefined;
}

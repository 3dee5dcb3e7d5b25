import { join } from 'node:path';
import { openCluster } from './data/cluster.mjs';
import { Load } from './load/load.mjs';
import { startFloor, startProduct } from './servers.mjs';

/** Documents of the small set, against which growth is measured. */
const SMALL = 10_000;

/**
 * What the goals are measured on, each part made when it is first asked for.
 *
 * @returns
 *   - `scale` how much to measure
 *   - `memory` megabytes of the API, one figure per round, filled by the rounds
 *   - `large()` → `{database, product, floor}` over the large set, `small()` → `{database, product}` over the small
 *   - `marketplace()` → `{database, product}` over organizations and listings
 *   - `cluster()`, `load()`
 *   - `close()` stops everything
 */
export function openStage({ directory, keep, scale, log }) {
  const closing = [];
  const part = (open) => {
    let opened;
    return () => (opened ??= open());
  };
  const lasting = async (thing) => {
    closing.unshift(async () => thing.stop());
    return thing;
  };
  const cluster = part(async () => lasting(await openCluster({ directory, keep, log })));
  const product = async (database, name) =>
    lasting(await startProduct({ database, directory: join(directory, name) }));
  return {
    scale,
    directory,
    log,
    memory: [],
    cluster,
    load: part(async () => lasting(new Load())),
    large: part(async () => {
      const database = await (await cluster()).documents(scale.documents);
      return {
        database,
        product: await product(database, 'api'),
        floor: await lasting(await startFloor({ database })),
      };
    }),
    small: part(async () => {
      const database = await (await cluster()).documents(SMALL);
      return { database, product: await product(database, 'api-small') };
    }),
    marketplace: part(async () => {
      const database = await (await cluster()).marketplace(scale.listings);
      return { database, product: await product(database, 'api-marketplace') };
    }),
    close: async () => {
      // one that fails to stop must not leave the others running
      for (const close of closing.splice(0)) await close().catch((error) => log(error.message));
    },
  };
}

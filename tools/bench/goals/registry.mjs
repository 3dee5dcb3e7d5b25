import { signIn } from '../data/sessions.mjs';
import { organizations } from '../data/targets.mjs';
import { ask } from '../load/load.mjs';
import { compete } from '../measure/rounds.mjs';
import { ratio } from '../measure/statistics.mjs';

/** How people open the registry: everything, their direction, one status. */
const QUERIES = [
  () => '',
  (side) => `?direction=${side === 'EMPLOYER' ? 'INCOMING' : 'OUTGOING'}`,
  () => '?status=CONCLUDED',
  () => '?status=ON_SIGNING',
];

const PAGE = 25;
const ORGANIZATIONS = 100;

/** «Реестр документов», a page of 25 of organizations of every size. */
export async function registry(bench) {
  const { database, product: productServer, floor: floorServer } = await bench.large();
  const { superuserUrl } = database;
  const parties = await organizations(superuserUrl, ORGANIZATIONS);
  const cookies = await signIn(
    superuserUrl,
    parties.map(({ id }) => id),
    'MANAGER',
  );
  const requests = parties.map(({ id, side }, index) => ({
    path: `/api/v1/documents${QUERIES[index % QUERIES.length](side)}`,
    headers: { cookie: cookies.get(id) },
  }));
  await sameRows(productServer, floorServer, requests);
  const { product, floor } = await compete(bench, [
    { name: 'product', server: productServer, requests },
    { name: 'floor', server: floorServer, requests },
  ]);
  return [
    {
      what: 'registry page of 25, throughput of the floor',
      goal: { least: 0.6 },
      ...ratio(product.perSecond, floor.perSecond),
      figures: { product, floor },
    },
    {
      what: 'registry page of 25, processor time of the floor',
      goal: { most: 1.6 },
      ...ratio(product.processorMs, floor.processorMs),
    },
  ];
}

/** @throws an error when product and floor do not show the same documents */
async function sameRows(product, floor, requests) {
  for (const request of requests.slice(0, QUERIES.length)) {
    const [shown, bare] = await Promise.all([ask(product.port, request), ask(floor.port, request)]);
    const ids = ({ items }) =>
      items
        .slice(0, PAGE)
        .map(({ id }) => id)
        .join();
    if (shown.items.length < PAGE || ids(shown) !== ids(bare)) {
      throw new Error(`${request.path}: product and floor show different documents`);
    }
  }
}

import { withClient } from '../../postgres/index.mjs';
import { signIn } from '../data/sessions.mjs';
import { documentCount, largestOrganizations } from '../data/targets.mjs';
import { ask } from '../load/load.mjs';
import { compete } from '../measure/rounds.mjs';
import { ratio } from '../measure/statistics.mjs';

const REGISTRY = '/api/v1/documents';
const ORGANIZATIONS = 5;
const WALK_BY = 100;
const DEPTH = 0.9;

/** How the registry's page behaves where there is much: deep down, in a large database, with counters. */
export async function pages(bench) {
  const large = await bench.large();
  const small = await bench.small();
  const ids = await largestOrganizations(large.database.superuserUrl, ORGANIZATIONS);
  const here = await visitors(large.database, ids);
  // the same organizations by rank: their ids carry the instant at which each database was made
  const smallIds = await largestOrganizations(small.database.superuserUrl, ORGANIZATIONS);
  // what autovacuum does when the writes of the goals before this one pause
  await withClient(large.database.superuserUrl, (client) => client.query('VACUUM registry_entries'));
  const there = await visitors(small.database, smallIds);
  const to = (people, path) => people.map((headers) => ({ path: `${REGISTRY}${path}`, headers }));
  const { first, deep, counted, young } = await compete(bench, [
    { name: 'first', server: large.product, requests: to(here, '') },
    { name: 'deep', server: large.product, requests: await deepPages(bench, large, ids, here) },
    {
      name: 'counted',
      server: large.product,
      requests: to(here, '?total=true&facets=status,kind,direction'),
    },
    { name: 'young', server: small.product, requests: to(there, '') },
  ]);
  const row = (what, most, figures, against) => ({
    what,
    goal: { most },
    ...ratio(figures.p50, against.p50),
    figures: { it: figures, against },
  });
  return [
    row('page at 90 % depth, time of the first', 2, deep, first),
    row(`first page of ${bench.scale.documents} documents, time of it at 10000`, 1.5, first, young),
    row('page with total and facets, time of the bare first', 3, counted, first),
  ];
}

/** @returns request headers of somebody of each organization, in the order of `ids` */
async function visitors({ superuserUrl }, ids) {
  const cookies = await signIn(superuserUrl, ids, 'MANAGER');
  return ids.map((id) => ({ cookie: cookies.get(id) }));
}

/** Walks each registry down as a patient person would, by large pages, and asks for a page of 25 from there. */
async function deepPages(bench, { database, product }, ids, people) {
  const requests = [];
  for (const [index, headers] of people.entries()) {
    const depth = Math.floor((await documentCount(database.superuserUrl, ids[index])) * DEPTH);
    let cursor = '';
    for (let passed = 0; passed < depth; passed += WALK_BY) {
      const path = `${REGISTRY}?limit=${WALK_BY}${cursor && `&cursor=${cursor}`}`;
      cursor = (await ask(product.port, { path, headers })).nextCursor;
    }
    bench.log(`walked ${depth} documents down`);
    requests.push({ path: `${REGISTRY}?cursor=${cursor}`, headers });
  }
  return requests;
}

import { withClient } from '../../postgres/index.mjs';
import { signIn } from '../data/sessions.mjs';
import { largestOrganizations } from '../data/targets.mjs';
import { ask } from '../load/load.mjs';
import { compete } from '../measure/rounds.mjs';
import { figure, ratio } from '../measure/statistics.mjs';

const REGISTRY = '/api/v1/documents';
const ORGANIZATIONS = 5;

/** What people look for: common, rare and absent words, two of them, parts of numbers and names; tools/bench/data makes them. */
const TEXTS = {
  common: ['договор', 'практика', 'университет', 'предприятие'],
  'less common': ['приложение', 'слово300'],
  rare: ['слово15000', 'синхрофазотрон'],
  absent: ['осциллограф', 'нет такого вовсе'],
  'two words': ['практика организация', 'слово15000 практика'],
  'part of a number': ['1234', 'ПП-9', '77020'],
};

/** Each is asked so many times for the slowest single answer. */
const REPEATS = 3;

/** Counters that the registry shows beside its first page. */
const COUNTED = '&total=true&facets=status,kind,direction';

/** Search by text, that of files included, in the largest organizations. */
export async function textSearch(bench) {
  const { database, product } = await bench.large();
  const ids = await largestOrganizations(database.superuserUrl, ORGANIZATIONS);
  const cookies = await signIn(database.superuserUrl, ids, 'MANAGER');
  await withClient(database.superuserUrl, (client) =>
    client.query('VACUUM registry_entries, document_texts'),
  );
  const to = (path) =>
    ids.map((id) => ({ path: `${REGISTRY}${path}`, headers: { cookie: cookies.get(id) } }));
  const queries = Object.values(TEXTS)
    .flat()
    .map((text) => `?q=${encodeURIComponent(text)}`);
  await foundWhereItIs(product, to);
  const { plain, search } = await compete(bench, [
    { name: 'plain', server: product, requests: to('') },
    { name: 'search', server: product, requests: queries.flatMap(to) },
  ]);
  const slowest = await slowestAnswer(
    bench,
    product,
    queries.flatMap((query) => [query, `${query}${COUNTED}`]).flatMap(to),
  );
  return [
    {
      what: 'search by text in the largest organizations, p95 against the plain page',
      goal: { most: 15 },
      ...ratio(search.p95, plain.p95),
      figures: { search, plain },
    },
    {
      what: 'slowest search, one at a time and with counters, seconds',
      goal: { most: 1 },
      ...figure(slowest),
    },
  ];
}

/** @throws an error when a common or a rare word of the files is not found at all */
async function foundWhereItIs({ port }, to) {
  for (const text of ['практика', 'синхрофазотрон']) {
    const pages = await Promise.all(
      to(`?q=${encodeURIComponent(text)}`).map((request) => ask(port, request)),
    );
    if (pages.every(({ items }) => items.length === 0)) throw new Error(`nothing found by ${text}`);
  }
}

/** @returns the slowest answer of each round, in seconds */
async function slowestAnswer(bench, { port }, requests) {
  const rounds = [];
  for (let round = 0; round < REPEATS; round += 1) {
    let slowest = { ms: 0 };
    for (const request of requests) {
      const started = performance.now();
      await ask(port, request);
      const ms = performance.now() - started;
      if (ms > slowest.ms) slowest = { ms, path: decodeURIComponent(request.path) };
    }
    bench.log(`slowest: ${slowest.ms.toFixed(0)} ms, ${slowest.path}`);
    rounds.push(slowest.ms / 1000);
  }
  return rounds;
}

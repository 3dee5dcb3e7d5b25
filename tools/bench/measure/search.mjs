import { ask } from '../load/load.mjs';
import { compete } from './rounds.mjs';
import { figure, ratio } from './statistics.mjs';

/** Each is asked so many times for the slowest single answer. */
const REPEATS = 3;

/**
 * A search by text against the plain page of the same list, and the slowest single search there is.
 *
 * @param search.what the list in words, for the report
 * @param search.server whose
 * @param search.to path → requests, one for each of those who search
 * @param search.texts what is looked for
 * @param search.counted the query's part that asks for the counters beside the page
 * @param search.foundBy texts of which each must be found by somebody
 * @returns rows of the report
 */
export async function searchGoals(bench, { what, server, to, texts, counted, foundBy }) {
  const queries = texts.map((text) => `?q=${encodeURIComponent(text)}`);
  await foundWhereItIs(server, to, foundBy);
  const { plain, search } = await compete(bench, [
    { name: 'plain', server, requests: to('') },
    { name: 'search', server, requests: queries.flatMap(to) },
  ]);
  const each = queries.flatMap((query) => [query, `${query}&${counted}`]).flatMap(to);
  return [
    {
      what: `search by text ${what}, p95 against the plain page`,
      goal: { most: 15 },
      ...ratio(search.p95, plain.p95),
      figures: { search, plain },
    },
    {
      what: `slowest search ${what}, one at a time and with counters, seconds`,
      goal: { most: 1 },
      ...figure(await slowestAnswer(bench, server, each)),
    },
  ];
}

/** @throws an error when a text that stands there is found by nobody */
async function foundWhereItIs({ port }, to, texts) {
  for (const text of texts) {
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

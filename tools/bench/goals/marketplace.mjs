import { actingOrganizations } from '../data/targets.mjs';
import { signIn } from '../data/sessions.mjs';
import { compete } from '../measure/rounds.mjs';
import { searchGoals } from '../measure/search.mjs';
import { ratio } from '../measure/statistics.mjs';

/** Published listings as an organization of either side browses them. */
const LISTINGS = {
  what: 'among the listings',
  path: '/api/v1/listings',
  counted: 'total=true&facets=type,region,area,level',
  foundBy: ['испытания', 'синхрофазотрон', 'слово77'],
  texts: [
    ...['профессия', 'испытания 7', 'участок', 'строительный', 'предприятие', 'колледж'],
    ...['слово77', 'слово1999', 'синхрофазотрон', 'осциллограф', 'нет такого вовсе'],
    ...['научный слово300', 'пр', '№ 12345', '10200'],
  ],
};

/** The registry of the other side's organizations. */
const ORGANIZATIONS = {
  what: 'among the organizations',
  path: '/api/v1/organizations',
  counted: 'counts=true',
  foundBy: ['колледж', 'предприятие', 'слово77'],
  texts: [
    ...['колледж', 'предприятие', 'медицинский', 'строительный', 'научный слово300'],
    ...['слово77', 'слово1999', 'осциллограф', 'нет такого вовсе', '№ 12345'],
    ...['1020', '102001', '10200', 'кол'],
  ],
};

/** Search and counters over a million listings. */
export const listings = (bench) => found(bench, LISTINGS);

/** Search and counters over a hundred thousand organizations. */
export const organizations = (bench) => found(bench, ORGANIZATIONS);

async function found(bench, { path, ...list }) {
  const { database, product: server } = await bench.marketplace();
  const ids = await actingOrganizations(database.superuserUrl);
  const cookies = await signIn(database.superuserUrl, ids, 'MANAGER');
  const to = (query) => ids.map((id) => ({ path: `${path}${query}`, headers: { cookie: cookies.get(id) } }));
  const rows = await searchGoals(bench, { server, to, ...list });
  const { plain, counted } = await compete(bench, [
    { name: 'plain', server, requests: to('') },
    { name: 'counted', server, requests: to(`?${list.counted}`) },
  ]);
  return [
    ...rows,
    {
      what: `page with counters ${list.what}, time of the bare page`,
      goal: { most: 3 },
      ...ratio(counted.p50, plain.p50),
      figures: { counted, plain },
    },
  ];
}

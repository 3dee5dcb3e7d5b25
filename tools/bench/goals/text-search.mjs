import { withClient } from '../../postgres/index.mjs';
import { signIn } from '../data/sessions.mjs';
import { largestOrganizations } from '../data/targets.mjs';
import { searchGoals } from '../measure/search.mjs';

const REGISTRY = '/api/v1/documents';
const ORGANIZATIONS = 5;

/** What people look for: common, rare and absent words, two of them, parts of numbers and names; tools/bench/data makes them. */
const TEXTS = [
  ...['договор', 'практика', 'университет', 'предприятие'],
  ...['приложение', 'слово300', 'слово15000', 'синхрофазотрон'],
  ...['осциллограф', 'нет такого вовсе'],
  ...['практика организация', 'слово15000 практика'],
  ...['1234', 'ПП-9', '77020'],
];

/** Search by text, that of files included, in the largest organizations. */
export async function textSearch(bench) {
  const { database, product } = await bench.large();
  const ids = await largestOrganizations(database.superuserUrl, ORGANIZATIONS);
  const cookies = await signIn(database.superuserUrl, ids, 'MANAGER');
  await withClient(database.superuserUrl, (client) =>
    client.query('VACUUM registry_entries, document_texts'),
  );
  return searchGoals(bench, {
    what: 'in the largest organizations',
    server: product,
    to: (path) => ids.map((id) => ({ path: `${REGISTRY}${path}`, headers: { cookie: cookies.get(id) } })),
    texts: TEXTS,
    counted: 'total=true&facets=status,kind,direction',
    foundBy: ['практика', 'синхрофазотрон'],
  });
}

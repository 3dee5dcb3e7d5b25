import { signIn } from '../data/sessions.mjs';
import { documentsOf, organizations } from '../data/targets.mjs';
import { ask } from '../load/load.mjs';
import { compete } from '../measure/rounds.mjs';
import { ratio } from '../measure/statistics.mjs';

const ORGANIZATIONS = 100;
const DOCUMENTS = 3000;

/** The card of a document, in every status, for either party. */
export async function card(bench) {
  const { database, product: productServer, floor: floorServer } = await bench.large();
  const { superuserUrl } = database;
  const ids = (await organizations(superuserUrl, ORGANIZATIONS)).map(({ id }) => id);
  const cookies = await signIn(superuserUrl, ids, 'MANAGER');
  const documents = await documentsOf(superuserUrl, ids, DOCUMENTS);
  const requests = documents.map(({ id, organization }) => ({
    path: `/api/v1/documents/${id}`,
    headers: { cookie: cookies.get(organization) },
  }));
  const [shown, bare] = await Promise.all([
    ask(productServer.port, requests[0]),
    ask(floorServer.port, requests[0]),
  ]);
  if (shown.id !== bare.document.id) throw new Error('product and floor show different cards');
  const { product, floor } = await compete(bench, [
    { name: 'product', server: productServer, requests },
    { name: 'floor', server: floorServer, requests },
  ]);
  return [
    {
      what: 'card, throughput of the floor',
      goal: { least: 0.5 },
      ...ratio(product.perSecond, floor.perSecond),
      figures: { product, floor },
    },
    { what: 'card, processor time of the floor', ...ratio(product.processorMs, floor.processorMs) },
  ];
}

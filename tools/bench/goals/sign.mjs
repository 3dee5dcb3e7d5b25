import { certify } from '../data/certification.mjs';
import { signIn } from '../data/sessions.mjs';
import { largestEmployers, storedVerdict, waitingDocuments } from '../data/targets.mjs';
import { sameRowsWritten } from '../data/written.mjs';
import { ask } from '../load/load.mjs';
import { compete } from '../measure/rounds.mjs';
import { ratio } from '../measure/statistics.mjs';

/** Employers whose heads sign. */
const EMPLOYERS = 20;

/**
 * «Подписать» by the recipient's head, each document once with a signature made beforehand. The product verifies
 * everything; the floor writes the same rows and trusts.
 */
export async function sign(bench) {
  const { database, product: productServer, floor: floorServer } = await bench.large();
  const { superuserUrl } = database;
  const employers = await largestEmployers(superuserUrl, EMPLOYERS);
  const documents = await waitingDocuments(
    superuserUrl,
    'ON_SIGNING',
    bench.scale.commands * 2 + 3,
    employers,
  );
  const requests = await signedRequests(superuserUrl, employers, documents);
  bench.log(`${requests.length} signatures made beforehand`);
  const [pattern, one, other, ...rest] = requests;
  await ask(productServer.port, pattern);
  await floorServer.tell(await storedVerdict(superuserUrl, documents[0].id));
  await sameRowsWritten(superuserUrl, [
    { server: productServer, request: one, document: documents[1].id },
    { server: floorServer, request: other, document: documents[2].id },
  ]);
  const half = Math.floor(rest.length / 2);
  const { product, floor } = await compete(bench, [
    { name: 'product', server: productServer, requests: rest.slice(0, half), once: true },
    { name: 'floor', server: floorServer, requests: rest.slice(half), once: true },
  ]);
  return [
    {
      what: 'sign, throughput of the same rows by one statement',
      goal: { least: 0.4 },
      ...ratio(product.perSecond, floor.perSecond),
      figures: { product, floor },
    },
    { what: 'sign, processor time of the floor', ...ratio(product.processorMs, floor.processorMs) },
  ];
}

async function signedRequests(url, employers, documents) {
  const signers = await certify(url, employers);
  const cookies = await signIn(url, employers, 'HEAD');
  const requests = [];
  for (const { id, version, organization, revision } of documents) {
    requests.push({
      method: 'POST',
      path: `/api/v1/documents/${id}/actions/sign`,
      headers: { cookie: cookies.get(organization), 'if-match': `"v${version}"` },
      body: { revisionId: revision, cms: await signers.get(organization).sign() },
    });
  }
  return requests;
}

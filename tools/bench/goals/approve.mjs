import { signIn } from '../data/sessions.mjs';
import { waitingDocuments } from '../data/targets.mjs';
import { sameRowsWritten } from '../data/written.mjs';
import { compete } from '../measure/rounds.mjs';
import { ratio } from '../measure/statistics.mjs';

/** What the recipient types into the modal (manual §5.1). */
const BODY = {
  responsible: { position: 'Ведущий инженер', phone: '+7 495 000-00-00', email: 'practice@bench.example' },
  seats: 12,
};

/** «Согласовать проект» by the recipient's manager, each document once. */
export async function approve(bench) {
  const { database, product: productServer, floor: floorServer } = await bench.large();
  const { superuserUrl } = database;
  const documents = await waitingDocuments(superuserUrl, 'ON_APPROVAL', bench.scale.commands * 2 + 2);
  const parties = [...new Set(documents.map(({ organization }) => organization))];
  const cookies = await signIn(superuserUrl, parties, 'MANAGER');
  const requests = documents.map(({ id, version, organization }) => ({
    method: 'POST',
    path: `/api/v1/documents/${id}/actions/approve`,
    headers: { cookie: cookies.get(organization), 'if-match': `"v${version}"` },
    body: BODY,
  }));
  const [one, other, ...rest] = requests;
  await sameRowsWritten(superuserUrl, [
    { server: productServer, request: one, document: documents[0].id },
    { server: floorServer, request: other, document: documents[1].id },
  ]);
  const half = Math.floor(rest.length / 2);
  const { product, floor } = await compete(bench, [
    { name: 'product', server: productServer, requests: rest.slice(0, half), once: true },
    { name: 'floor', server: floorServer, requests: rest.slice(half), once: true },
  ]);
  return [
    {
      what: 'approve, throughput of the same rows by one statement',
      goal: { least: 0.6 },
      ...ratio(product.perSecond, floor.perSecond),
      figures: { product, floor },
    },
    { what: 'approve, processor time of the floor', ...ratio(product.processorMs, floor.processorMs) },
  ];
}

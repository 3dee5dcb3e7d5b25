/** What the database says about documents after a drill, and what is wrong with it. */
import { notificationOf } from '@praktika/contracts';
import { rowsOf } from './databases.mjs';
import { groupBy } from './ledger.mjs';

/** Everything that a command writes beside its effect, per document. Values: documents. */
const EVIDENCE = `
  SELECT d.id, d.status, d.version, d.author_id AS author,
         CASE d.author_side WHEN 'EMPLOYER' THEN d.education_organization_id ELSE d.employer_id END AS recipient,
         (SELECT coalesce(json_agg(json_build_object('role', s.role, 'sha256', s.cms_sha256, 'validations',
             (SELECT count(*) FROM signature_validations v WHERE v.signature_id = s.id))), '[]')
            FROM signatures s WHERE s.document_id = d.id) AS signatures,
         (SELECT coalesce(json_agg(json_build_object('type', h.type, 'action', h.payload ->> 'action',
             'by', h.organization_id, 'from', h.from_status, 'to', h.to_status) ORDER BY h.at, h.id), '[]')
            FROM history_entries h
           WHERE h.object_id = d.id AND h.type IN ('transition', 'signed')) AS moves,
         (SELECT coalesce(json_agg(json_build_object('event', o.event_id, 'organization', o.organization_id,
             'type', o.type, 'to', o.after ->> 'status', 'handled', o.handled_at IS NOT NULL) ORDER BY o.id), '[]')
            FROM outbox o WHERE o.object_id = d.id AND o.before IS NOT NULL) AS events,
         (SELECT coalesce(json_object_agg(e.organization_id, e.status), '{}')
            FROM registry_entries e WHERE e.document_id = d.id) AS registry,
         (SELECT coalesce(json_agg(json_build_object('kind', n.kind, 'organization', n.organization_id)), '[]')
            FROM notifications n WHERE n.document_id = d.id AND n.event_id IS NOT NULL) AS notifications
    FROM documents d WHERE d.id = ANY ($1)`;

/** The evidence of documents, by id. */
export async function evidenceOf(ownerUrl, documents) {
  const rows = await rowsOf(ownerUrl, EVIDENCE, [documents]);
  return new Map(rows.map((row) => [row.id, row]));
}

/**
 * Whether every document is all in one piece: status, signatures with their verdicts, an unbroken history, two outbox
 * rows for each move, both parties' registry rows.
 *
 * @returns complaints, none when all is well
 */
export function findBroken(evidence) {
  return [...evidence.values()].flatMap((document) =>
    [...complaintsAbout(document)].map((complaint) => `${document.id}: ${complaint}`),
  );
}

function* complaintsAbout({ status, version, author, recipient, signatures, moves, events, registry }) {
  const roles = signatures.map(({ role }) => role).sort();
  const expected = { CONCLUDED: ['author', 'recipient'], SIGNED_BY_RECIPIENT: ['recipient'] }[status] ?? [];
  if (roles.join() !== expected.join()) yield `${status} with signatures [${roles.join()}]`;
  if (signatures.some(({ validations }) => validations !== 1)) yield 'a signature without its one verdict';
  const signed = moves.filter(({ type }) => type === 'signed').length;
  if (signed !== signatures.length) yield `${signatures.length} signatures, ${signed} in the history`;
  for (const [index, move] of moves.entries()) {
    const before = moves[index - 1]?.to ?? 'DRAFT';
    if (move.from !== before) yield `the history breaks: ${before}, then from ${move.from} to ${move.to}`;
  }
  if (moves.at(-1)?.to !== status) yield `${status}, but the history ends with ${moves.at(-1)?.to}`;
  if (version !== moves.length + 1) yield `version ${version} after ${moves.length} moves`;
  yield* complaintsAboutEvents(events, moves, [author, recipient]);
  for (const party of [author, recipient]) {
    if (registry[party] !== status) yield `${status}, but ${registry[party]} in a registry`;
  }
}

function* complaintsAboutEvents(events, moves, parties) {
  const told = groupBy(events, ({ event }) => event);
  const outcomes = [...told.values()].map(([{ to }]) => to).join();
  const wanted = moves.map(({ to }) => to).join();
  if (outcomes !== wanted) yield `events [${outcomes}] for moves [${wanted}]`;
  for (const rows of told.values()) {
    const organizations = rows.map(({ organization }) => organization).sort();
    if (organizations.join() !== [...parties].sort().join())
      yield `${rows[0].type}: ${rows.length} outbox rows`;
  }
}

/**
 * Whether the database agrees with what the clients were told.
 *
 * @param commands finished commands of the ledger, with their outcomes
 * @param claimed the idempotency keys that are taken
 * @returns complaints: acknowledgements lost, refusals that happened, outcomes nobody knows
 */
export function findDisagreements(evidence, commands, claimed) {
  const complaints = [];
  for (const { what, key, document, sha256, outcome, answer } of commands) {
    const happened = didHappen(evidence.get(document), what, sha256);
    const say = (text) => complaints.push(`${document}: ${what} ${text}`);
    if (outcome === 'unknown') say(`has no final answer (${answer.status} ${answer.text ?? answer.lost})`);
    if (outcome === 'done' && !happened) say('was acknowledged and is lost');
    if (outcome === 'answer-lost' && !happened) say('holds its key without its effect');
    if (outcome === 'refused' && happened) say(`was refused with ${answer.status} and happened`);
    if (outcome === 'refused') complaints.push(...complaintsAboutRefusal(document, what, answer));
    if (claimed.has(key) !== happened) say(`happened: ${happened}, key taken: ${claimed.has(key)}`);
  }
  return complaints;
}

function didHappen(document, what, sha256) {
  if (what === 'withdraw') return document?.status === 'WITHDRAWN';
  return document?.signatures.some((signature) => signature.sha256 === sha256) ?? false;
}

/** Who came too late is told the status, who and when. */
function complaintsAboutRefusal(document, what, { status, body }) {
  const expected = ['invalid_state', 'already_signed', 'document_withdrawn'];
  const { current } = body ?? {};
  if (status !== 409 || !expected.includes(body?.code)) {
    return [`${document}: ${what} was refused with ${status} ${body?.code}`];
  }
  return current?.status && current.by && current.at
    ? []
    : [`${document}: ${what} was not told who was faster`];
}

/** Which of the keys are taken. */
export async function claimedKeys(ownerUrl, keys) {
  const rows = await rowsOf(ownerUrl, 'SELECT key FROM idempotency_keys WHERE key = ANY ($1)', [keys]);
  return new Set(rows.map(({ key }) => key));
}

/** Whether every move was told in the bells exactly as the table of notifications says. @returns complaints */
export function findWrongBells(evidence) {
  return [...evidence.values()].flatMap((document) => {
    const wanted = bellsOf(document).sort();
    const told = document.notifications.map(({ kind, organization }) => `${kind} ${organization}`).sort();
    return wanted.join() === told.join()
      ? []
      : [`${document.id}: bells [${told.join()}], expected [${wanted.join()}]`];
  });
}

function bellsOf({ moves, author, recipient }) {
  return moves.flatMap(({ action, by, to }) => {
    const rule = notificationOf(action, to);
    if (!rule) return [];
    const told = rule.to === 'BOTH' ? [author, recipient] : [by === author ? recipient : author];
    return told.map((organization) => `${rule.kind} ${organization}`);
  });
}

/** Mails of the documents' events. @returns `[{key, status}]` */
export function mailsOf(ownerUrl, documents) {
  return rowsOf(
    ownerUrl,
    `SELECT key, status, last_error FROM mails
      WHERE template = 'signing-request' AND parameters ->> 'documentId' = ANY ($1)`,
    [documents],
  );
}

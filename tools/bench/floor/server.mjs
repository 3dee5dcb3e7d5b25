/**
 * The floor: a bare node:http server on pg with the same addresses as the product. It looks the session up, runs
 * the scoped query or writes the same rows by one statement, and does nothing else: no validation, no rights, no
 * actions, no verification, no log.
 */
import { createHash, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import pg from 'pg';
import { APPROVE, SIGN } from './commands.mjs';
import { CARD, pageQuery } from './reads.mjs';
import { createSessions } from './session.mjs';

const TEXT_TYPES = { getTypeParser: () => (value) => value };
const DOCUMENT = /^\/api\/v1\/documents\/([0-9a-f-]{36})(?:\/actions\/(approve|sign))?$/;

const { DATABASE_URL, SESSION_SECRET } = process.env;
const pool = new pg.Pool({
  connectionString: DATABASE_URL,
  max: 20,
  types: TEXT_TYPES,
  options: '-c timezone=UTC',
});
const sessionOf = createSessions(pool, SESSION_SECRET);
/** What the product stores of a verdict; the bench hands one over before signatures are measured. */
let verdict;
process.on('message', (message) => {
  verdict = message.verdict;
  process.send({ taken: true });
});

const server = createServer((request, response) => {
  answer(request)
    .catch((error) => ({ status: 500, text: JSON.stringify({ detail: error.message }) }))
    .then(({ status = 200, text }) => {
      response.writeHead(status, {
        'content-type': 'application/json; charset=utf-8',
        'content-length': Buffer.byteLength(text),
      });
      response.end(text);
    });
});
server.keepAliveTimeout = 65_000;
server.listen(0, '127.0.0.1', () => process.send({ port: server.address().port }));
process.on('disconnect', () => process.exit(0));

async function answer(request) {
  const session = await sessionOf(request);
  if (!session?.organization_id) return { status: 401, text: '{}' };
  const { pathname, searchParams } = new URL(request.url, 'http://floor');
  if (pathname === '/api/v1/documents') return page(session, searchParams);
  const [, id, action] = DOCUMENT.exec(pathname) ?? [];
  if (id === undefined) return { status: 404, text: '{}' };
  if (action === undefined) return card(session, id);
  return command(session, id, action, request);
}

async function page({ organization_id: organization }, parameters) {
  const { rows } = await pool.query(pageQuery(organization, parameters));
  return { text: JSON.stringify({ items: rows }) };
}

async function card({ organization_id: organization }, id) {
  const { rows } = await pool.query({ ...CARD, values: [organization, id] });
  return rows[0].card === null ? { status: 404, text: '{}' } : { text: rows[0].card };
}

async function command(session, id, action, request) {
  const body = JSON.parse(await bodyOf(request));
  const version = Number(request.headers['if-match'].slice(2, -1));
  const statement = action === 'approve' ? approval(body) : signature(body);
  const values = [
    id,
    version,
    ...[statement.from, session.organization_id, session.person_id, new Date()],
    ...[statement.type, statement.to, JSON.stringify(statement.payload), randomUUID()],
    ...[randomUUID(), `document.${action}`, statement.label],
    ...statement.values,
  ];
  const { rows } = await pool.query({ ...statement.query, values });
  return rows.length === 0 ? { status: 409, text: '{}' } : { text: JSON.stringify(rows[0]) };
}

const approval = ({ responsible, seats }) => ({
  query: APPROVE,
  from: 'ON_APPROVAL',
  to: 'PROJECT_APPROVED',
  label: 'Проект согласован',
  type: 'transition',
  payload: { action: 'approve', seats },
  values: [JSON.stringify(responsible), seats],
});

function signature({ cms }) {
  const bytes = Buffer.from(cms, 'base64');
  const id = randomUUID();
  const { certificate, report, policyVersion, lists } = verdict;
  return {
    query: SIGN,
    from: 'ON_SIGNING',
    to: 'SIGNED_BY_RECIPIENT',
    label: 'Подписано получателем',
    type: 'signed',
    payload: { action: 'sign', revisionNumber: 1, signatureId: id, ...verdict.payload },
    values: [
      ...[id, bytes, createHash('sha256').update(bytes).digest('hex'), certificate],
      ...[report, policyVersion, lists],
    ],
  };
}

async function bodyOf(request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
}

import { randomUUID } from 'node:crypto';
import { expectStatus, type Caller } from '../support/index.js';
import { ISOLATION_MATRIX, type Attempt } from './isolation-matrix.js';
import type { Targets } from './isolation/pair-world.js';
import { dump, hashesWithout, idsAround, rowsBetween, type Dump } from './isolation/rows.js';
import { outcomeOf, told } from './isolation/outcome.js';
import { comparable, send, type Answer, type Shape } from './isolation/send.js';
import { Stage } from './isolation/stage.js';
import { STRANGERS, VIEWPOINTS, type Viewpoint } from './isolation/viewpoints.js';
import { idPointersOf } from './routes.js';

/** What the strangers see of their own, asked before and after the pair comes to be. */
const OWN_PAGES = [
  '/documents?total=true&facets=status,kind,direction&limit=100',
  '/documents?total=true&facets=status,kind,direction&q=mrk&waitingForMe=true',
  '/notifications',
  '/employees',
  '/employees/responsible-persons',
  '/partners',
  '/api-tokens',
  '/me',
  '/organization',
];

let stage: Stage;
let targets: Targets;
let pagesBefore: string[];
let pagesAfter: string[];
let before: Dump;
let pairIds: Set<string>;

beforeAll(async () => {
  stage = await Stage.create();
  pagesBefore = await ownPages();
  targets = await stage.fillPair();
  pagesAfter = await ownPages();
  before = await dump(stage.test.database.owner);
  const { employer, university } = stage.pair.pair;
  pairIds = idsAround(new Set([employer.id, university.id]), before);
}, 300_000);
afterAll(() => stage?.test.close());

async function ownPages(): Promise<string[]> {
  const head: Caller = await stage.strangers.as('recipient', 'head');
  const answers: string[] = [];
  for (const page of OWN_PAGES) answers.push(expectStatus(await head.get(page), 200).text);
  return answers;
}

const cases = Object.entries(ISOLATION_MATRIX);
const isSuccess = (status: number) => status < 300;

/** The stranger's request: at the pair's own object where it must be refused, at the stranger's own otherwise. */
async function strangersShape(operationId: string, viewpoint: Viewpoint): Promise<Shape> {
  const entry = ISOLATION_MATRIX[operationId]!;
  const ownBusiness = viewpoint !== 'anonymous' && isSuccess(entry.expected[viewpoint]);
  return ownBusiness ? stage.shape(entry, stage.strangers) : stage.standingShape(operationId);
}

/** Operations that tell of every organization what is public, and the members of a row that are (domain.md §8.1). */
const PUBLIC_OPERATIONS = ['listOrganizations', 'getPublicOrganization'];
const PUBLIC_MEMBERS = /"(?:id|fullName|shortName|city|site)":"[^"]*"/g;

/** Texts and ids of the pair found in an answer, beside those the request itself named. */
function leaks(answer: Answer, operationId: string, request: Shape): string[] {
  const asked = JSON.stringify(request);
  const { employer, university } = stage.pair.pair;
  const people = [employer, university].flatMap((organization) => Object.values(organization.people));
  // the public part of organizations is no secret where it is asked for: names and numbers (domain.md §8.1)
  const published = [employer, university].flatMap((organization) => [
    organization.id,
    organization.fullName,
    organization.inn,
    organization.ogrn,
  ]);
  const secrets = [
    stage.pair.marker,
    ...people.flatMap(({ surname, snils, email }) => [surname, snils, email]),
    ...[employer, university].flatMap(({ fullName, inn, ogrn, profileEmail }) => [
      fullName,
      inn,
      ogrn,
      profileEmail,
    ]),
    ...pairIds,
  ].filter((secret) => !PUBLIC_OPERATIONS.includes(operationId) || !published.includes(secret));
  const headers = JSON.stringify(answer.headers);
  const body = PUBLIC_OPERATIONS.includes(operationId)
    ? answer.bytes.toString().replace(PUBLIC_MEMBERS, '')
    : answer.bytes;
  return secrets.filter(
    (secret) => (body.includes(secret) || headers.includes(secret)) && !asked.includes(secret),
  );
}

function expectAnswer(answer: Answer, status: number, hint: string): void {
  if (answer.status === status) return;
  throw new Error(
    `${hint}: expected ${status}, got ${answer.status}: ${answer.bytes.toString().slice(0, 500)}`,
  );
}

describe('the isolation matrix', () => {
  it('has a line for every operation of the OpenAPI file, and none for what is gone', () => {
    const described = stage.description.operations.map(({ operationId }) => operationId);
    expect(Object.keys(ISOLATION_MATRIX).sort()).toEqual([...described].sort());
  });

  it('puts a foreign id into every place of query and body that takes one', () => {
    const { operations, schemas } = stage.description;
    const places = operations.flatMap((operation) =>
      idPointersOf(operation, schemas).map((pointer) => `${operation.operationId} ${pointer}`),
    );
    const tried = cases.flatMap(([operationId, { attempts }]) =>
      Object.keys(attempts ?? {}).map((pointer) => `${operationId} ${pointer}`),
    );
    expect(places.filter((place) => !tried.includes(place))).toEqual([]);
  });

  it('expects a token without the scope to be refused, and one with it to pass or to find nothing of its own', () => {
    const lax = cases.filter(
      ([, { expected, scope }]) =>
        scope &&
        (expected.tokenWithoutScope !== 403 || !(isSuccess(expected.token) || expected.token === 404)),
    );
    expect(lax.map(([operationId]) => operationId)).toEqual([]);
  });
});

describe('strangers', () => {
  it.each(cases)('get nothing of the pair — %s', async (operationId, entry) => {
    const operation = stage.operation(operationId);
    for (const viewpoint of STRANGERS) {
      const caller = await stage.caller(viewpoint, entry);
      const shape = await strangersShape(operationId, viewpoint);
      const answer = await send(stage.test, caller, operation, shape);
      expectAnswer(answer, entry.expected[viewpoint], viewpoint);
      expect({ viewpoint, leaks: leaks(answer, operationId, shape) }).toEqual({ viewpoint, leaks: [] });
      if (answer.status !== 404 || !operation.path.includes('{')) continue;
      const unknown = await send(stage.test, caller, operation, withUnknownIds(shape));
      expect(comparable(answer)).toEqual(comparable(unknown));
    }
  });

  const attempts = cases.flatMap(([operationId, entry]) =>
    Object.entries(entry.attempts ?? {}).flatMap(([pointer, tries]) =>
      [tries]
        .flat()
        .map((attempt) => [`${operationId} ${pointer} = ${attempt.of}`, operationId, attempt] as const),
    ),
  );

  it.each(attempts)('cannot tell a foreign id from one nobody has — %s', async (_, operationId, attempt) => {
    const operation = stage.operation(operationId);
    const entry = ISOLATION_MATRIX[operationId]!;
    const caller = await stage.caller('foreignHead', entry);
    const shape = await attempt.shape(stage.strangers, targets[attempt.of]);
    const answer = await send(stage.test, caller, operation, shape);
    expectAnswer(answer, attempt.status, operationId);
    expect(leaks(answer, operationId, shape)).toEqual([]);
    if (attempt.published) return;
    const decoy = withDecoy(shape, attempt);
    const unknown = await send(stage.test, caller, operation, decoy);
    if (answer.status !== 202) return expect(comparable(answer)).toEqual(comparable(unknown));
    const outcome = await outcomeOf(stage.test, caller, answer);
    for (const part of outcome) expect(leaks(part, operationId, shape)).toEqual([]);
    expect(told(outcome, shape)).toEqual(told(await outcomeOf(stage.test, caller, unknown), decoy));
  });

  it('cannot replay an answer by a key that the pair has used', async () => {
    const key = randomUUID();
    const body = { kind: 'PERIOD_CONTRACT', partnerId: targets.organizationId };
    const author = (await stage.pair.as('author', 'manager')).with({ 'idempotency-key': key });
    const first = expectStatus(await author.post('/contracts', body), 201);
    expect(expectStatus(await author.post('/contracts', body), 201).headers['idempotency-replayed']).toBe(
      'true',
    );
    const stranger = (await stage.strangers.as('author', 'manager')).with({ 'idempotency-key': key });
    const answer = expectStatus(await stranger.post('/contracts', body), 422);
    expect(answer.text).not.toContain((first.body as { id: string }).id);
    // the draft made here is the pair's own doing, and not what the next test looks for
    before = await dump(stage.test.database.owner);
  });

  it('saw no list, count or facet of theirs change when the pair came to be', () => {
    expect(pagesAfter).toEqual(pagesBefore);
  });

  it('have changed no row of the pair, and no row lies between them', async () => {
    const after = await dump(stage.test.database.owner);
    const { employer, university } = stage.strangers.pair;
    const strangerIds = idsAround(new Set([employer.id, university.id]), after);
    expect([...pairIds].filter((id) => strangerIds.has(id))).toEqual([]);
    expect(rowsBetween(pairIds, strangerIds, after)).toEqual([]);
    expect(hashesWithout(strangerIds, after)).toEqual(hashesWithout(strangerIds, before));
  });
});

describe('the parties', () => {
  const members = VIEWPOINTS.filter((viewpoint) => !(STRANGERS as readonly Viewpoint[]).includes(viewpoint));

  it.each(cases)('may do exactly what their role and scope allow — %s', async (operationId, entry) => {
    const operation = stage.operation(operationId);
    for (const viewpoint of members) {
      const status = entry.expected[viewpoint];
      const caller = await stage.caller(viewpoint, entry);
      const shape =
        isSuccess(status) && operation.method !== 'GET'
          ? await stage.shape(entry, stage.pair)
          : stage.standingShape(operationId);
      expectAnswer(await send(stage.test, caller, operation, shape), status, viewpoint);
    }
  });
});

describe('the matrix itself', () => {
  it('notices a hole in row-level security', async () => {
    const { owner } = stage.test.database;
    const entry = ISOLATION_MATRIX['getApplication']!;
    const shape = stage.standingShape('getApplication');
    const ask = async () =>
      send(stage.test, await stage.caller('foreignHead', entry), stage.operation('getApplication'), shape);
    await owner.query('CREATE POLICY hole ON applications FOR SELECT USING (true)');
    const leaking = await ask();
    await owner.query('DROP POLICY hole ON applications');
    expect(leaking.status).toBe(200);
    expect(leaks(leaking, 'getApplication', shape).length).toBeGreaterThan(3);
    expect((await ask()).status).toBe(404);
  });

  it('notices a row of the pair that a stranger changed', async () => {
    const { owner } = stage.test.database;
    const strangerIds = new Set([stage.strangers.pair.employer.id]);
    const untouched = hashesWithout(strangerIds, await dump(owner));
    await owner.query('UPDATE document_drafts SET updated_at = now() WHERE organization_id = $1', [
      stage.pair.pair.university.id,
    ]);
    const touched = hashesWithout(strangerIds, await dump(owner));
    expect(Object.keys(touched).filter((table) => touched[table] !== untouched[table])).toEqual([
      'document_drafts',
    ]);
  });
});

function withUnknownIds(shape: Shape): Shape {
  const path = Object.fromEntries(Object.keys(shape.path ?? {}).map((name) => [name, randomUUID()]));
  return { ...shape, path };
}

/** The same request with an id, a cursor or an address that nobody has. */
function withDecoy(shape: Shape, { of }: Attempt): Shape {
  const value = targets[of];
  const decoy = of.endsWith('Cursor')
    ? `${value.slice(0, -4)}AAAA`
    : of === 'headEmail'
      ? `${randomUUID().slice(0, value.indexOf('@'))}@nobody.test`
      : randomUUID();
  return JSON.parse(JSON.stringify(shape).replaceAll(value, decoy)) as Shape;
}

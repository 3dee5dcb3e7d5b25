import {
  contractTransitions,
  DOCUMENT_STATUSES,
  offeredActions,
  ROLE_PERMISSIONS,
  statusSeenBy,
  type DocumentAction,
  type Party,
  type Problem,
} from '@praktika/contracts';
import type { Response } from 'supertest';
import type { DocumentCardDto } from '../../src/modules/documents/index.js';
import type { RegistryPageDto } from '../../src/modules/documents/dto/registry.dto.js';
import {
  createTestApp,
  Documents,
  expectStatus,
  PERSON_KEYS,
  TestSigning,
  type Caller,
  type PersonKey,
  type TestApp,
} from '../support/index.js';
import { CELLS, INPUTS, type Cell } from './state/cells.js';
import { SITUATIONS, type SituationName, type Workshop } from './state/situations.js';

let test: TestApp;
let workshop: Workshop;
/** One document per situation that only refused presses and reads touch. */
const shared = new Map<SituationName, DocumentCardDto>();

beforeAll(async () => {
  test = await createTestApp();
  workshop = { test, documents: new Documents(test), signing: await TestSigning.create(test) };
  for (const [name, situation] of Object.entries(SITUATIONS)) {
    shared.set(name as SituationName, await situation.make(workshop));
  }
}, 60_000);
afterAll(() => test?.close());

const organizationOf = (party: Party) => (party === 'author' ? test.world.university : test.world.employer);
const callerOf = (party: Party, key: PersonKey) => test.as(organizationOf(party).people[key]);
const sharedCard = (name: SituationName) => shared.get(name)!;

async function press(cell: Cell, card: DocumentCardDto, caller?: Caller, version = card.version) {
  const who = caller ?? (await callerOf(cell.party, 'head'));
  if (cell.action === 'update') return who.patch(`/contracts/${card.id}`, INPUTS.update ?? {}, version);
  return who.act(card.id, cell.action, version, await bodyOf(cell, card));
}

/** A real signature where the table lets one sign, a well-formed body of another revision anywhere else. */
async function bodyOf({ action, party, outcome }: Cell, card: DocumentCardDto): Promise<object> {
  if (action !== 'sign') return INPUTS[action] ?? {};
  if (outcome.kind === 'moves') return workshop.signing.bodyFor(card, organizationOf(party));
  return { revisionId: card.revision?.id ?? card.id, cms: 'AAAA' };
}

async function storedRow(id: string): Promise<unknown> {
  const { rows } = await test.database.owner.query(
    `SELECT to_json(d) AS document, to_json(w) AS draft,
            (SELECT count(*) FROM history_entries h WHERE h.object_id = d.id) AS history,
            (SELECT count(*) FROM revisions r WHERE r.document_id = d.id) AS revisions,
            (SELECT count(*) FROM signatures s WHERE s.document_id = d.id) AS signatures
       FROM documents d LEFT JOIN document_drafts w ON w.document_id = d.id WHERE d.id = $1`,
    [id],
  );
  return rows[0];
}

const describeCell = ({ situation, action, party }: Cell) => `${party}: ${action} in ${situation}`;
const allowed = CELLS.filter(({ outcome }) => outcome.kind === 'moves');
const refused = CELLS.filter(({ outcome }) => outcome.kind === 'refused');

describe('the state × action × side matrix', () => {
  it('covers every status a person can see', () => {
    const covered = Object.values(SITUATIONS).map(({ status }) => status);
    expect(new Set(covered)).toEqual(new Set(DOCUMENT_STATUSES));
  });

  it.each(allowed.map((cell) => [describeCell(cell), cell] as const))('moves — %s', async (_, cell) => {
    const card = await SITUATIONS[cell.situation].make(workshop);
    const response = await press(cell, card);
    const to = cell.outcome.kind === 'moves' ? cell.outcome.to : undefined;
    const { rows } = await test.database.owner.query('SELECT status, version FROM documents WHERE id = $1', [
      card.id,
    ]);
    if (to === 'DELETED') {
      expectStatus(response, 204);
      expect(rows).toEqual([{ status: to, version: card.version + 1 }]);
      return;
    }
    const after = expectStatus(response, 200).body as DocumentCardDto;
    expect(rows).toEqual([{ status: to, version: card.version + 1 }]);
    expect(after.version).toBe(card.version + 1);
    expect(after.status).toBe(statusSeenBy(cell.party, to!));
    expect(response.headers['etag']).toBe(`"v${after.version}"`);
  });

  it.each(refused.map((cell) => [describeCell(cell), cell] as const))('refuses — %s', async (_, cell) => {
    const card = sharedCard(cell.situation);
    const before = await storedRow(card.id);
    const response = await press(cell, card);
    if (cell.outcome.kind !== 'refused') throw new Error('the cell is not of this list');
    expectProblem(response, cell.outcome.status, cell.outcome.code);
    if (cell.outcome.status === 409) expectWhoAndWhen(response, cell);
    if (cell.outcome.guard) expect((response.body as Problem).errors?.length).toBeGreaterThan(0);
    expect(await storedRow(card.id)).toEqual(before);
  });

  it.each(allowed.map((cell) => [describeCell(cell), cell] as const))(
    'refuses a missing, a stale and a foreseen version, and a colleague without the right — %s',
    async (_, cell) => {
      const card = sharedCard(cell.situation);
      const before = await storedRow(card.id);
      const observer = await callerOf(cell.party, 'observer');
      const head = await callerOf(cell.party, 'head');
      const bare =
        cell.action === 'update'
          ? await head.patch(`/contracts/${card.id}`, INPUTS.update ?? {})
          : await head.act(card.id, cell.action, undefined, await bodyOf(cell, card));
      expectProblem(bare, 428, 'precondition_required');
      for (const version of [card.version - 1, card.version + 1]) {
        const stale = await press(cell, card, undefined, version);
        expectProblem(stale, 412, 'precondition_failed');
        expect((stale.body as { etag: string }).etag).toBe(`"v${card.version}"`);
      }
      expectProblem(await press(cell, card, observer), 403, 'forbidden');
      expect(await storedRow(card.id)).toEqual(before);
    },
  );
});

function expectProblem(response: Response, status: number, code: string): void {
  expectStatus(response, status);
  expect(response.headers['content-type']).toMatch(/^application\/problem\+json/);
  expect(response.body).toMatchObject({ status, code });
}

/** domain.md §0.11: a press too late is told the status, who moved it and when. */
function expectWhoAndWhen(response: Response, { situation, party }: Cell): void {
  const { status } = SITUATIONS[situation];
  const { current } = response.body as { current: Record<'status' | 'organization' | 'by' | 'at', string> };
  expect(current.status).toBe(statusSeenBy(party, status));
  expect(current.organization).toMatch(/«.+»/);
  expect(current.by).toMatch(/^Фамилина-/);
  expect(current.at).toMatch(/^\d{4}-\d{2}-\d{2}T.*Z$/);
}

describe('the buttons of the card and of the row', () => {
  const situations = Object.keys(SITUATIONS) as SituationName[];
  const viewers = situations.flatMap((name) =>
    (['author', 'recipient'] as const)
      .filter((party) => party === 'author' || SITUATIONS[name].facts.everSent)
      .map((party) => [name, party] as const),
  );

  it.each(viewers)('are what the evaluator offers, for every role — %s, %s', async (name, party) => {
    const { status, facts } = SITUATIONS[name];
    const { id } = sharedCard(name);
    for (const [key, role] of Object.entries(PERSON_KEYS)) {
      const caller = await callerOf(party, key as PersonKey);
      const permissions = new Set(ROLE_PERMISSIONS[role]);
      const expected = offeredActions(contractTransitions, { status, party, permissions }, facts);
      const card = expectStatus(await caller.get(`/documents/${id}`), 200).body as DocumentCardDto;
      const page = expectStatus(await caller.get('/documents?limit=100'), 200).body as RegistryPageDto;
      const row = page.items.find((item) => item.id === id);
      expect({ role, card: bare(card.availableActions) }).toEqual({ role, card: expected });
      expect({ role, row: bare(row?.availableActions ?? []) }).toEqual({ role, row: expected });
      expect(card.status).toBe(statusSeenBy(party, status));
      expect(row?.status).toBe(card.status);
    }
  });
});

const bare = (actions: readonly { action: DocumentAction; enabled: boolean; reason?: string }[]) =>
  actions.map(({ action, enabled, reason }) => ({ action, enabled, ...(reason && { reason }) }));

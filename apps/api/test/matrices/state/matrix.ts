import {
  offeredActions,
  ROLE_PERMISSIONS,
  statusSeenBy,
  type DocumentAction,
  type DocumentTransitions,
  type Party,
  type Problem,
} from '@praktika/contracts';
import type { Response } from 'supertest';
import type { RegistryPageDto } from '../../../src/modules/documents/dto/registry.dto.js';
import type { DocumentCardDto } from '../../../src/modules/documents/index.js';
import {
  createTestApp,
  Documents,
  expectStatus,
  PERSON_KEYS,
  TestSigning,
  type Blueprint,
  type Caller,
  type PersonKey,
} from '../../support/index.js';
import { cellsOf, INPUTS, type Cell } from './cells.js';
import { situationsOf, type Situation, type SituationName, type Workshop } from './situations.js';

/**
 * The state × action × side matrix of one kind of document, generated from its lifecycle table: every move is made,
 * every other press is refused, every button is compared with what the evaluator offers.
 *
 * @param versions also presses without a version, with a wrong one and without the right: the same code for every kind
 */
export function describeStateMatrix(
  blueprint: Blueprint,
  table: DocumentTransitions,
  { versions = false }: { readonly versions?: boolean } = {},
): void {
  const situations = situationsOf(blueprint);
  const cells = cellsOf(table, situations);
  const allowed = cells.filter(({ outcome }) => outcome.kind === 'moves');
  const refused = cells.filter(({ outcome }) => outcome.kind === 'refused');
  /** One document per situation that only refused presses and reads touch. */
  const shared = new Map<SituationName, DocumentCardDto>();
  let workshop: Workshop;

  beforeAll(async () => {
    const test = await createTestApp();
    workshop = {
      test,
      documents: new Documents(test, test.world, blueprint),
      signing: await TestSigning.create(test),
    };
    for (const [name, situation] of Object.entries(situations)) {
      shared.set(name as SituationName, await situation.make(workshop));
    }
  }, 60_000);
  afterAll(() => workshop?.test.close());

  const sharedCard = (name: SituationName) => shared.get(name)!;
  const situationOf = (name: SituationName): Situation => situations[name]!;

  describe(`the state × action × side matrix of ${blueprint.kind}`, () => {
    it.each(allowed.map((cell) => [describeCell(cell), cell] as const))('moves — %s', async (_, cell) => {
      const card = await situationOf(cell.situation).make(workshop);
      const response = await press(workshop, cell, card);
      const to = cell.outcome.kind === 'moves' ? cell.outcome.to : undefined;
      // a reminder leaves what the parties act upon as it is
      const version = card.version + (cell.action === 'remind' ? 0 : 1);
      const { rows } = await workshop.test.database.owner.query(
        'SELECT status, version FROM documents WHERE id = $1',
        [card.id],
      );
      if (to === 'DELETED') {
        expectStatus(response, 204);
        expect(rows).toEqual([{ status: to, version }]);
        return;
      }
      const after = expectStatus(response, 200).body as DocumentCardDto;
      expect(rows).toEqual([{ status: to, version }]);
      expect(after.version).toBe(version);
      expect(after.status).toBe(statusSeenBy(cell.party, to!));
      expect(response.headers['etag']).toBe(`"v${after.version}"`);
    });

    it.each(refused.map((cell) => [describeCell(cell), cell] as const))('refuses — %s', async (_, cell) => {
      const card = sharedCard(cell.situation);
      const before = await storedRow(workshop, card.id);
      const response = await press(workshop, cell, card);
      if (cell.outcome.kind !== 'refused') throw new Error('the cell is not of this list');
      expectProblem(response, cell.outcome.status, cell.outcome.code);
      if (cell.outcome.status === 409) expectWhoAndWhen(response, cell, situationOf(cell.situation));
      if (cell.outcome.guard) expect((response.body as Problem).errors?.length).toBeGreaterThan(0);
      expect(await storedRow(workshop, card.id)).toEqual(before);
    });

    if (!versions) return;
    it.each(allowed.map((cell) => [describeCell(cell), cell] as const))(
      'refuses a missing, a stale and a foreseen version, and a colleague without the right — %s',
      async (_, cell) => {
        const card = sharedCard(cell.situation);
        const before = await storedRow(workshop, card.id);
        const observer = await callerOf(workshop, cell.party, 'observer');
        expectProblem(await press(workshop, cell, card, { version: null }), 428, 'precondition_required');
        for (const version of [card.version - 1, card.version + 1]) {
          const stale = await press(workshop, cell, card, { version });
          expectProblem(stale, 412, 'precondition_failed');
          expect((stale.body as { etag: string }).etag).toBe(`"v${card.version}"`);
        }
        expectProblem(await press(workshop, cell, card, { caller: observer }), 403, 'forbidden');
        expect(await storedRow(workshop, card.id)).toEqual(before);
      },
    );
  });

  describe(`the buttons of ${blueprint.kind} on the card and in the row`, () => {
    const viewers = (Object.keys(situations) as SituationName[]).flatMap((name) =>
      (['author', 'recipient'] as const)
        .filter((party) => party === 'author' || situationOf(name).facts.everSent)
        .map((party) => [name, party] as const),
    );

    it.each(viewers)('are what the evaluator offers, for every role — %s, %s', async (name, party) => {
      const { status, facts } = situationOf(name);
      const { id } = sharedCard(name);
      for (const [key, role] of Object.entries(PERSON_KEYS)) {
        const caller = await callerOf(workshop, party, key as PersonKey);
        const permissions = new Set(ROLE_PERMISSIONS[role]);
        const expected = offeredActions(table, { status, party, permissions }, facts);
        const card = expectStatus(await caller.get(`/documents/${id}`), 200).body as DocumentCardDto;
        const page = expectStatus(await caller.get(`/documents?limit=100&kind=${blueprint.kind}`), 200)
          .body as RegistryPageDto;
        const row = page.items.find((item) => item.id === id);
        expect({ role, card: bare(card.availableActions) }).toEqual({ role, card: expected });
        expect({ role, row: bare(row?.availableActions ?? []) }).toEqual({ role, row: expected });
        expect(card.status).toBe(statusSeenBy(party, status));
        expect(row?.status).toBe(card.status);
      }
    });
  });
}

const describeCell = ({ situation, action, party }: Cell) => `${party}: ${action} in ${situation}`;

const bare = (actions: readonly { action: DocumentAction; enabled: boolean; reason?: string }[]) =>
  actions.map(({ action, enabled, reason }) => ({ action, enabled, ...(reason && { reason }) }));

const callerOf = ({ test, documents }: Workshop, party: Party, key: PersonKey): Promise<Caller> =>
  test.as(documents.organization(party).people[key]);

/** Presses the cell's button: by the head and in the card's version unless told otherwise, null for none. */
async function press(
  workshop: Workshop,
  cell: Cell,
  card: DocumentCardDto,
  { caller, version = card.version }: { caller?: Caller; version?: number | null } = {},
): Promise<Response> {
  const who = caller ?? (await callerOf(workshop, cell.party, 'head'));
  const expected = version ?? undefined;
  if (cell.action === 'update') {
    const { resource } = workshop.documents.blueprint;
    return who.patch(`/${resource}/${card.id}`, INPUTS.update ?? {}, expected);
  }
  return who.act(card.id, cell.action, expected, await bodyOf(workshop, cell, card));
}

/** A real signature where the table lets one sign, a well-formed body of another revision anywhere else. */
async function bodyOf(
  { documents, signing }: Workshop,
  { action, party, outcome }: Cell,
  card: DocumentCardDto,
): Promise<object> {
  if (action === 'approve') return documents.approval();
  if (action !== 'sign') return INPUTS[action] ?? {};
  if (outcome.kind === 'moves') return signing.bodyFor(card, documents.organization(party));
  return { revisionId: card.revision?.id ?? card.id, cms: 'AAAA' };
}

async function storedRow({ test }: Workshop, id: string): Promise<unknown> {
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

function expectProblem(response: Response, status: number, code: string): void {
  expectStatus(response, status);
  expect(response.headers['content-type']).toMatch(/^application\/problem\+json/);
  expect(response.body).toMatchObject({ status, code });
}

/** domain.md §0.11: a press too late is told the status, who moved it and when. */
function expectWhoAndWhen(response: Response, { party }: Cell, { status }: Situation): void {
  const { current } = response.body as { current: Record<'status' | 'organization' | 'by' | 'at', string> };
  expect(current.status).toBe(statusSeenBy(party, status));
  expect(current.organization).toMatch(/«.+»/);
  expect(current.by).toMatch(/^Фамилина-/);
  expect(current.at).toMatch(/^\d{4}-\d{2}-\d{2}T.*Z$/);
}

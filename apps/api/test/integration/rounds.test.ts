import type { Problem } from '@praktika/contracts';
import type { DocumentCardDto } from '../../src/modules/documents/index.js';
import {
  amendmentBy,
  createTestApp,
  Documents,
  expectStatus,
  FRAMEWORK_ANNEX,
  terminationBy,
  type Caller,
  type TestApp,
} from '../support/index.js';
import { settleEvents } from '../matrices/isolation/pair-world.js';

let test: TestApp;
let documents: Documents;
let office: Caller;
let hr: Caller;

beforeAll(async () => {
  test = await createTestApp();
  documents = new Documents(test);
  office = await documents.author();
  hr = await documents.recipient();
});
afterAll(() => test?.close());

const cardFor = async (caller: Caller, id: string) =>
  expectStatus(await caller.get(`/documents/${id}`), 200).body as DocumentCardDto;
const offer = ({ availableActions }: DocumentCardDto, name: string) =>
  availableActions.find(({ action }) => action === name);

describe('«Напомнить»', () => {
  it('reminds the side that is awaited once a day, and leaves the document as it is', async () => {
    const sent = await documents.inStatus('ON_APPROVAL');
    const reminded = expectStatus(await office.act(sent.id, 'remind', sent.version), 200)
      .body as DocumentCardDto;
    expect(reminded).toMatchObject({
      status: 'ON_APPROVAL',
      version: sent.version,
      updatedAt: sent.updatedAt,
      waitingSince: sent.waitingSince,
      lastReminder: { organizationId: test.world.university.id, at: test.clock.now().toISOString() },
    });
    expect(offer(reminded, 'remind')).toMatchObject({ enabled: false, reason: 'reminded_today' });

    const again = expectStatus(await office.act(sent.id, 'remind', sent.version), 422);
    expect((again.body as Problem).errors).toEqual([expect.objectContaining({ code: 'reminded_today' })]);

    await settleEvents(test);
    const { items } = expectStatus(await hr.get('/notifications'), 200).body as {
      items: { kind: string; documentId: string }[];
    };
    expect(items.filter(({ kind }) => kind === 'PARTNER_REMINDS')).toHaveLength(1);

    // whoever is awaited has lost nothing: the version seen before is good still
    expectStatus(await hr.act(sent.id, 'approve', sent.version, {}), 200);
  });

  it('is offered again the next day of the organization', async () => {
    const sent = await documents.inStatus('ON_SIGNING');
    expectStatus(await office.act(sent.id, 'remind', sent.version), 200);
    // the reminder of yesterday: a clock moved by a day would end everybody's session
    await test.database.owner.query(
      `UPDATE documents SET last_reminder = last_reminder || '{"date": "2026-01-01"}' WHERE id = $1`,
      [sent.id],
    );
    expect(offer(await cardFor(office, sent.id), 'remind')).toMatchObject({ enabled: true });
    expectStatus(await office.act(sent.id, 'remind', sent.version), 200);
  });

  it('is no move: a press too late is told who moved the document, not who reminded', async () => {
    const sent = await documents.inStatus('ON_APPROVAL');
    expectStatus(await office.act(sent.id, 'remind', sent.version), 200);
    const again = expectStatus(await office.act(sent.id, 'submit-approval', sent.version), 409);
    const { rows } = await test.database.owner.query<{ at: Date }>(
      `SELECT at FROM history_entries WHERE object_id = $1 AND to_status = 'ON_APPROVAL'
          AND from_status = 'DRAFT'`,
      [sent.id],
    );
    expect((again.body as { current: { at: string } }).current.at).toBe(rows[0]!.at.toISOString());
  });

  it('of many presses at once one goes through', async () => {
    const sent = await documents.inStatus('ON_CONFIRMATION');
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => office.act(sent.id, 'remind', sent.version)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 422, 422, 422, 422, 422]);
    const { rows } = await test.database.owner.query(
      `SELECT count(*)::int AS n FROM history_entries WHERE object_id = $1 AND payload ->> 'action' = 'remind'`,
      [sent.id],
    );
    expect(rows).toEqual([{ n: 1 }]);
  });

  it('belongs to whoever waits: the recipient reminds an author who has not sent it on', async () => {
    const approved = await documents.inStatus('PROJECT_APPROVED');
    expectStatus(await office.act(approved.id, 'remind', approved.version), 409);
    const reminded = expectStatus(await hr.act(approved.id, 'remind', approved.version), 200)
      .body as DocumentCardDto;
    expect(reminded.lastReminder?.organizationId).toBe(test.world.employer.id);
    // the other side's reminder does not use up one's own
    const sent = await documents.walk(approved, [['author', 'submit-signing']]);
    expectStatus(await office.act(sent.id, 'remind', sent.version), 200);
  });
});

describe('«Создать копию»', () => {
  it('makes a new draft with the terms and files, without number, date and scan', async () => {
    const withdrawn = await documents.inStatus('WITHDRAWN');
    const copy = expectStatus(await office.post(`/documents/${withdrawn.id}/actions/copy`), 201)
      .body as DocumentCardDto;
    expect(copy).toMatchObject({
      status: 'DRAFT',
      number: null,
      date: null,
      terms: withdrawn.terms,
      employer: { id: test.world.employer.id },
      lastReason: null,
      revisions: [],
    });
    expect(copy.id).not.toBe(withdrawn.id);
    expect(copy.files.map(({ role }) => role)).toEqual(['MAIN']);
    expectStatus(await hr.get(`/documents/${copy.id}`), 404);
  });

  it('hangs where the original does, as long as that is allowed', async () => {
    const annexes = documents.of(FRAMEWORK_ANNEX);
    const annex = await annexes.inStatus('ON_SIGNING');
    const copy = expectStatus(await office.post(`/documents/${annex.id}/actions/copy`), 201)
      .body as DocumentCardDto;
    expect(copy.parent?.id).toBe(annex.parentId);

    const amendment = await documents.of(amendmentBy('employer')).inStatus('ON_APPROVAL');
    expectStatus(await hr.post(`/documents/${amendment.id}/actions/copy`), 201);

    const termination = await documents.of(terminationBy('employer')).inStatus('ON_APPROVAL');
    const second = expectStatus(await hr.post(`/documents/${termination.id}/actions/copy`), 422);
    expect((second.body as Problem).errors).toEqual([
      expect.objectContaining({ pointer: '/parentId', code: 'termination_open' }),
    ]);
  });

  it('is the author’s, and no way out of a rejected project', async () => {
    const sent = await documents.inStatus('ON_APPROVAL');
    expectStatus(await hr.post(`/documents/${sent.id}/actions/copy`), 403);
    const rejected = await documents.inStatus('PROJECT_REJECTED');
    expectStatus(await office.post(`/documents/${rejected.id}/actions/copy`), 409);
  });
});

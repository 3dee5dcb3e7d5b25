import { randomUUID } from 'node:crypto';
import { BATCH_LIMIT, type Problem } from '@praktika/contracts';
import type { DocumentCardDto } from '../../src/modules/documents/index.js';
import type { OperationDto } from '../../src/modules/operations/operations.dto.js';
import {
  amendmentBy,
  createTestApp,
  Documents,
  expectStatus,
  FRAMEWORK_ANNEX,
  FRAMEWORK_CONTRACT,
  Operations,
  terminationBy,
  type Caller,
  type TestApp,
} from '../support/index.js';

let test: TestApp;
let documents: Documents;
let operations: Operations;
let office: Caller;
let hr: Caller;

beforeAll(async () => {
  test = await createTestApp();
  documents = new Documents(test);
  operations = new Operations(test);
  office = await documents.author();
  hr = await documents.recipient();
});
afterAll(() => test?.close());

type Named = Pick<DocumentCardDto, 'id' | 'version'>;

const itemOf = ({ id, version }: Named) => ({ id, version });

/** The path of a verb over many documents. */
const over = (action: string): string => `/documents/batch/${action}`;

/** A batch from the request to its end. */
const batch = (caller: Caller, action: string, body: object): Promise<OperationDto> =>
  operations.whole(caller, over(action), body);

const card = async (caller: Caller, { id }: Named): Promise<DocumentCardDto> =>
  expectStatus(await caller.get(`/documents/${id}`), 200).body as DocumentCardDto;

const onApproval = (count: number): Promise<DocumentCardDto[]> => documents.many('ON_APPROVAL', count);

describe('a batch', () => {
  it('does what can be done, and tells of each of the others why not', async () => {
    const good = await onApproval(50);
    const strange = [randomUUID(), (await documents.draft()).id, (await onStranger()).id];
    const moved = await Promise.all(
      (await onApproval(5)).map((document) => documents.walk(document, [['author', 'withdraw']])),
    );
    const changed = await onApproval(2);
    const stale = changed.map(({ id, version }) => ({ id, version: version - 1 }));
    const items = [
      ...good.slice(0, 20).map(itemOf),
      ...strange.map((id) => ({ id, version: 1 })),
      ...good.slice(20).map(itemOf),
      ...moved.map(itemOf),
      ...stale,
    ];
    const begun = await operations.begin(hr, over('approve'), { items, seats: 7 });
    expect(begun).toMatchObject({ kind: 'BATCH', action: 'approve', status: 'QUEUED', total: 60, done: 0 });
    await operations.run(begun.id);
    const ended = await operations.get(hr, begun.id);
    expect(ended).toMatchObject({ status: 'DONE', total: 60, done: 50, failed: 10 });
    expect(ended.finishedAt).not.toBeNull();
    for (const document of good) {
      expect(await card(office, document)).toMatchObject({ status: 'PROJECT_APPROVED', seats: 7 });
    }
    const refused = await operations.items(hr, begun.id, 'FAILED');
    expect(refused.map(({ documentId, problem }) => [documentId, problem?.code])).toEqual([
      ...strange.map((id) => [id, 'not_found']),
      ...moved.map(({ id }) => [id, 'document_withdrawn']),
      ...stale.map(({ id }) => [id, 'precondition_failed']),
    ]);
    // nothing is told of what is not ours
    expect(refused.slice(0, 3).map(({ title, partnerName }) => [title, partnerName])).toEqual(
      strange.map(() => [null, null]),
    );
    expect(refused[3]?.problem?.detail).toMatch(/^Документ уже в статусе «Отозван»: .+\.$/);
    expect(await card(hr, changed[0]!)).toMatchObject({
      status: 'ON_APPROVAL',
      version: changed[0]!.version,
    });
    expect((await operations.items(hr, begun.id)).map(({ position }) => position)).toEqual(
      items.map((_, place) => place),
    );
  });

  it('writes the same history and events as single presses', async () => {
    const [alone, together] = (await onApproval(2)) as [DocumentCardDto, DocumentCardDto];
    expectStatus(await hr.act(alone.id, 'reject', alone.version, { reason: 'Нет мест' }), 200);
    await batch(hr, 'reject', { items: [itemOf(together)], reason: 'Нет мест' });
    const written = async (id: string) => {
      const { rows } = await test.database.owner.query<object>(
        `SELECT 'history' AS what, type, from_status, to_status, reason, payload, person_name, shared
           FROM history_entries WHERE object_id = $1 AND reason IS NOT NULL`,
        [id],
      );
      const { rows: events } = await test.database.owner.query<object>(
        `SELECT organization_id, type, before, after - 'title' AS after FROM outbox
          WHERE object_id = $1 AND type = 'document.reject' ORDER BY organization_id`,
        [id],
      );
      return [...rows, ...events];
    };
    expect(await written(together.id)).toEqual(await written(alone.id));
    expect(await written(together.id)).toHaveLength(3);
  });

  it('gives a kind what it asks for: an annex its responsible person', async () => {
    const annexes = documents.of(FRAMEWORK_ANNEX);
    const annex = await annexes.inStatus('ON_APPROVAL');
    const bare = await batch(hr, 'approve', { items: [itemOf(annex)] });
    expect(bare).toMatchObject({ done: 0, failed: 1 });
    const [refused] = await operations.items(hr, bare.id);
    expect(refused?.problem).toMatchObject({
      code: 'validation_failed',
      errors: [{ pointer: '/responsible/personId' }],
    });
    const named = {
      items: [itemOf(annex)],
      responsible: { personId: test.world.employer.people.manager.id },
    };
    expect(await batch(hr, 'approve', named)).toMatchObject({ done: 1, failed: 0 });
  });

  it('sends, confirms and sends back many', async () => {
    const approved = await Promise.all(
      (await onApproval(2)).map((document) =>
        documents.walk(document, [['recipient', 'approve', documents.approval()]]),
      ),
    );
    expect(await batch(office, 'submit-signing', { items: approved.map(itemOf) })).toMatchObject({ done: 2 });
    expect((await card(hr, approved[0]!)).status).toBe('ON_SIGNING');
    const paper = [await documents.inStatus('ON_CONFIRMATION'), await documents.inStatus('ON_CONFIRMATION')];
    expect(await batch(hr, 'confirm', { items: paper.map(itemOf) })).toMatchObject({ done: 2 });
    expect((await card(office, paper[1]!)).status).toBe('CONCLUDED');
    const back = await onApproval(2);
    const body = { items: back.map(itemOf), reason: 'Уточните сроки' };
    expect(await batch(hr, 'request-revision', body)).toMatchObject({ done: 2 });
    expect(await card(office, back[0]!)).toMatchObject({ status: 'ON_REVISION' });
  });

  it('a document that a colleague has pressed meanwhile is told so, and stops nobody', async () => {
    const papers = await Promise.all([0, 1].map(() => documents.inStatus('ON_CONFIRMATION')));
    const { id } = await operations.begin(hr, over('confirm'), { items: papers.map(itemOf) });
    expectStatus(await hr.act(papers[0]!.id, 'confirm', papers[0]!.version), 200);
    await operations.run(id);
    const [first, second] = await operations.items(hr, id);
    expect(first).toMatchObject({ status: 'FAILED', problem: { code: 'invalid_state' } });
    expect(second).toMatchObject({ status: 'DONE', problem: null });
  });

  it('racing single presses, each document is moved once and each refusal is told', async () => {
    const raced = await onApproval(30);
    const { id } = await operations.begin(hr, over('approve'), { items: raced.map(itemOf) });
    const presses = raced.map(async (document) =>
      office.act(document.id, 'withdraw', document.version).then(({ status }) => status),
    );
    await Promise.all([operations.run(id), ...presses]);
    const items = await operations.items(hr, id);
    const pressed = await Promise.all(presses);
    for (const [place, document] of raced.entries()) {
      const approved = items[place]?.status === 'DONE';
      // an approved one can still be withdrawn, from the version it then has
      expect([approved, pressed[place]]).toEqual(approved ? [true, expect.any(Number)] : [false, 200]);
      const { rows } = await test.database.owner.query<{ n: number }>(
        `SELECT count(*)::int AS n FROM history_entries WHERE object_id = $1 AND to_status = 'PROJECT_APPROVED'`,
        [document.id],
      );
      expect(rows[0]?.n).toBe(approved ? 1 : 0);
    }
    const { done, failed } = await operations.get(hr, id);
    expect(done + failed).toBe(30);
  });
});

describe('documents of one contract in one batch', () => {
  const onPaper = async (amendments: Documents, parentId: string) => {
    const draft = await amendments.draft({ parentId });
    return amendments.walk(draft, amendments.route('ON_CONFIRMATION'));
  };

  it('what contradicts another of them is refused as it would be after it', async () => {
    const contract = await documents.inStatus('CONCLUDED');
    const amendments = documents.of(amendmentBy('university'));
    const approved: DocumentCardDto[] = [];
    for (const seats of [20, 30]) {
      const terms = { changes: [{ term: 'seats', effectiveFrom: '2026-10-15', seats }] };
      approved.push(await amendments.draft({ parentId: contract.id, terms }));
    }
    const ended = await batch(office, 'submit-signing', { items: approved.map(itemOf) });
    expect(ended).toMatchObject({ status: 'DONE', done: 1, failed: 1 });
    expect((await operations.items(office, ended.id, 'FAILED'))[0]).toMatchObject({
      documentId: approved[1]!.id,
      problem: { code: 'validation_failed', errors: [{ code: 'contradicts_agreement' }] },
    });
  });

  it('what ends it comes before what hangs on it, in the order they were named', async () => {
    const contract = await documents.inStatus('CONCLUDED');
    const termination = await onPaper(documents.of(terminationBy('university')), contract.id);
    const amendment = await onPaper(documents.of(amendmentBy('university')), contract.id);
    // in different parts
    const between = Array.from({ length: 60 }, () => ({ id: randomUUID(), version: 1 }));
    const items = [itemOf(termination), ...between, itemOf(amendment)];
    const ended = await batch(hr, 'confirm', { items });
    expect(ended).toMatchObject({ status: 'DONE', done: 1, failed: 61 });
    const last = (await operations.items(hr, ended.id, 'FAILED')).at(-1);
    expect(last?.problem?.errors?.[0]?.code).toBe('parent_closed');
    expect((await card(hr, contract)).status).toBe('EXECUTED');
    expect((await card(hr, amendment)).status).toBe('ON_CONFIRMATION');
  });

  it('an annex named after the end of its framework contract does not overtake it', async () => {
    const framework = await documents.of(FRAMEWORK_CONTRACT).inStatus('CONCLUDED');
    const annexes = documents.of(FRAMEWORK_ANNEX);
    const named = [
      await onPaper(annexes, framework.id),
      await onPaper(documents.of(terminationBy('university')), framework.id),
      await onPaper(annexes, framework.id),
    ];
    const ended = await batch(hr, 'confirm', { items: named.map(itemOf) });
    const [before, , after] = await operations.items(hr, ended.id);
    expect(before?.status).toBe('DONE');
    expect(after?.problem?.errors?.[0]?.code).toBe('parent_closed');
    expect((await card(hr, framework)).status).toBe('EXECUTED');
  });
});

describe('what a batch does not take', () => {
  const refusal = async (caller: Caller, action: string, body: object) =>
    expectStatus(await caller.post(`/documents/batch/${action}`, body), 422).body as Problem;

  it.each([
    ['no list', {}, '/items'],
    ['an empty list', { items: [] }, '/items'],
    ['no version', { items: [{ id: randomUUID() }] }, '/items/0/version'],
    ['no id', { items: [{ id: 'договор', version: 1 }] }, '/items/0/id'],
    [
      'more than it can',
      { items: Array.from({ length: BATCH_LIMIT + 1 }, () => ({ id: randomUUID(), version: 1 })) },
      '/items',
    ],
    [
      'a signature where none belongs',
      { items: [{ id: randomUUID(), version: 1, cms: 'AA==' }] },
      '/items/0/cms',
    ],
  ])('%s', async (_, body, pointer) => {
    expect((await refusal(hr, 'approve', body)).errors?.[0]?.pointer).toBe(pointer);
  });

  it('a document named twice, in whatever case', async () => {
    const id = randomUUID();
    const items = [
      { id, version: 1 },
      { id: id.toUpperCase(), version: 1 },
    ];
    expect((await refusal(hr, 'approve', { items })).errors).toEqual([
      { pointer: '/items/1/id', code: 'duplicate', detail: 'Документ указан дважды.' },
    ]);
  });

  it('a rejection without a reason', async () => {
    const items = (await onApproval(1)).map(itemOf);
    expect((await refusal(hr, 'reject', { items })).errors?.[0]?.pointer).toBe('/reason');
    const blank = await batch(hr, 'reject', { items, reason: ' ' });
    const [refused] = await operations.items(hr, blank.id);
    expect(refused?.problem).toMatchObject({ code: 'validation_failed', errors: [{ pointer: '/reason' }] });
  });

  it('a verb the actor has no right to, and one that no batch knows', async () => {
    const items = [{ id: randomUUID(), version: 1 }];
    const observer = await test.as(test.world.employer.people.observer);
    expectStatus(await observer.post('/documents/batch/approve', { items }), 403);
    expectStatus(await hr.post('/documents/batch/sign', { items }), 403);
    expectStatus(await hr.post('/documents/batch/delete', { items }), 404);
  });
});

/** A document of two organizations that have nothing to do with this employer. */
async function onStranger(): Promise<DocumentCardDto> {
  const { foreignEmployer: employer, foreignUniversity: university } = test.world;

  const strangers = new Documents(test, { employer, university });
  return strangers.inStatus('ON_APPROVAL');
}

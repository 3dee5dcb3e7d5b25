import type { Problem } from '@praktika/contracts';
import type { Response } from 'supertest';
import type { DocumentCardDto } from '../../src/modules/documents/index.js';
import {
  amendmentBy,
  createTestApp,
  Documents,
  expectStatus,
  FRAMEWORK_ANNEX,
  FRAMEWORK_CONTRACT,
  pdf,
  terminationBy,
  TestSigning,
  type Caller,
  type TestApp,
} from '../support/index.js';

let test: TestApp;
let signing: TestSigning;
let contracts: Documents;
let frameworks: Documents;

beforeAll(async () => {
  test = await createTestApp();
  signing = await TestSigning.create(test);
  contracts = new Documents(test);
  frameworks = contracts.of(FRAMEWORK_CONTRACT);
});
afterAll(() => test?.close());

const cardFor = async (caller: Caller, id: string) =>
  expectStatus(await caller.get(`/documents/${id}`), 200).body as DocumentCardDto;
const offered = ({ availableActions }: DocumentCardDto) => availableActions.map(({ action }) => action);
const offer = ({ availableActions }: DocumentCardDto, name: string) =>
  availableActions.find(({ action }) => action === name);
const refused = (response: Response, pointer: string, code: string) => {
  expectStatus(response, 422);
  expect((response.body as Problem).errors).toEqual([expect.objectContaining({ pointer, code })]);
};

/** Body of a new agreement on a contract. */
const agreement = (kind: 'TERMINATION' | 'AMENDMENT', parentId: string, more: object = {}) => ({
  kind: `SUPPLEMENTARY_${kind}`,
  parentId,
  ...more,
});

describe.each([
  ['the employer', 'employer'],
  ['the educational organization', 'university'],
] as const)('a termination by %s', (_, author) => {
  const kind = terminationBy(author);

  it('E7.2.5.3a, E7.2.5.3b, E7.2.4.1, E9.5.5: approved and signed by both, it closes its contract in the same commit', async () => {
    const terminations = contracts.of(kind);
    const approved = await terminations.inStatus('PROJECT_APPROVED');
    const sent = await terminations.walk(approved, [['author', 'submit-signing']]);
    const half = await signing.sign(sent, terminations.organization('recipient'));
    expect(half.status).toBe('SIGNED_BY_RECIPIENT');
    const concluded = await signing.sign(half, terminations.organization('author'));
    expect(concluded).toMatchObject({ status: 'CONCLUDED', parent: { status: 'EXECUTED' } });

    const contract = await cardFor(await contracts.author(), concluded.parentId!);
    expect(contract).toMatchObject({
      status: 'EXECUTED',
      closeMode: 'WITH_AGREEMENT',
      closing: { agreement: { id: concluded.id, title: concluded.title } },
    });
    expect(offered(contract).filter((action) => action !== 'copy')).toEqual([]);
    const { rows } = await test.database.owner.query(
      `SELECT count(DISTINCT h.at)::int AS instants, count(*)::int AS moves FROM history_entries h
        WHERE h.to_status IN ('CONCLUDED', 'EXECUTED') AND h.object_id IN ($1, $2) AND h.request_id =
          (SELECT request_id FROM history_entries WHERE object_id = $1 AND to_status = 'CONCLUDED')`,
      [concluded.id, contract.id],
    );
    expect(rows).toEqual([{ instants: 1, moves: 2 }]);
  });

  it('E7.2.6a, E7.2.6b, E9.6.5: confirmed on paper, it closes its contract without a signature', async () => {
    const terminations = contracts.of(kind);
    const sent = await terminations.inStatus('ON_CONFIRMATION');
    expect(sent.status).toBe('ON_CONFIRMATION');
    const concluded = await terminations.walk(sent, [['recipient', 'confirm']]);
    expect(concluded).toMatchObject({ status: 'CONCLUDED', signedOutside: true, signatures: [] });
    expect(await cardFor(await contracts.author(), concluded.parentId!)).toMatchObject({
      status: 'EXECUTED',
    });
  });

  it('E7.2.5.0: its author does not sign before the recipient', async () => {
    const terminations = contracts.of(kind);
    const sent = await terminations.inStatus('ON_SIGNING');
    const head = await test.as(terminations.organization('author').people.head);
    const body = await signing.bodyFor(sent, terminations.organization('author'));
    expectStatus(await head.act(sent.id, 'sign', sent.version, body), 409);
  });

  it('E7.2.2.1, E7.2.2.2, E7.2.2.3, E7.2.2.4, E9.3.3: sent back, reopened, edited and sent again as often as need be', async () => {
    const terminations = contracts.of(kind);
    const author = await terminations.author();
    let card = await terminations.inStatus('ON_APPROVAL');
    for (const reason of ['Уточните дату', 'Уточните номер']) {
      card = await terminations.walk(card, [['recipient', 'request-revision', { reason }]]);
      expect(card.status).toBe('ON_REVISION');
      card = await terminations.walk(card, [['author', 'reopen']]);
      expect(card).toMatchObject({ status: 'DRAFT', lastReason: { text: reason } });
      const edited = await author.patch(
        `/supplementary-agreements/${card.id}`,
        { terms: { reason } },
        card.version,
      );
      card = expectStatus(edited, 200).body as DocumentCardDto;
      card = await terminations.walk(card, [['author', 'submit-approval']]);
      expect(card.status).toBe('ON_APPROVAL');
    }
    expect(card.revisions).toHaveLength(3);
    const { items } = expectStatus(await author.get(`/documents/${card.id}/history`), 200).body as {
      items: { reason?: string }[];
    };
    expect(items.flatMap(({ reason }) => reason ?? [])).toEqual(['Уточните номер', 'Уточните дату']);
  });

  it('E7.2.3.1, E7.2.3.2: rejected, it can only be deleted, and is gone from both registries', async () => {
    const terminations = contracts.of(kind);
    const rejected = await terminations.inStatus('PROJECT_REJECTED');
    const author = await terminations.author();
    expect(offered(await cardFor(author, rejected.id))).toEqual(['delete']);
    expectStatus(await author.act(rejected.id, 'delete', rejected.version), 204);
    for (const caller of [author, await terminations.recipient()]) {
      expectStatus(await caller.get(`/documents/${rejected.id}`), 404);
      const { items } = expectStatus(await caller.get(`/documents?parentId=${rejected.parentId}`), 200).body;
      expect(items).toEqual([]);
    }
  });
});

describe.each([
  ['the employer', 'employer'],
  ['the educational organization', 'university'],
] as const)('an amendment by %s', (_, author) => {
  it('E8.p1, E9.2, E7.2.1.1, E7.2.1.2: lives as a termination does, and leaves its contract concluded', async () => {
    const amendments = contracts.of(amendmentBy(author));
    const onApproval = await amendments.inStatus('ON_APPROVAL');
    const recipient = await amendments.recipient();
    expect(offered(await cardFor(recipient, onApproval.id))).toEqual(
      expect.arrayContaining(['approve', 'request-revision', 'reject']),
    );
    const approved = await amendments.walk(onApproval, [['recipient', 'approve', {}]]);
    expect(approved.statusLabel).toBe('Проект согласован');
    const sent = await amendments.walk(approved, [['author', 'submit-signing']]);
    const half = await signing.sign(sent, amendments.organization('recipient'));
    const concluded = await signing.sign(half, amendments.organization('author'));
    expect(concluded).toMatchObject({ status: 'CONCLUDED', parent: { status: 'CONCLUDED' } });
  });
});

describe('who may draw up which agreement, and when', () => {
  it('E7.0, E8.0: a contract that is not concluded can be neither closed nor changed', async () => {
    const contract = await contracts.inStatus('ON_APPROVAL');
    const office = await contracts.author();
    expect(offered(contract)).not.toEqual(expect.arrayContaining(['close', 'terminate', 'amend']));
    for (const kind of ['TERMINATION', 'AMENDMENT'] as const) {
      refused(
        await office.post('/supplementary-agreements', agreement(kind, contract.id)),
        '/parentId',
        'parent_not_concluded',
      );
    }
    expectStatus(
      await office.act(contract.id, 'close', contract.version, { mode: 'WITHOUT_AGREEMENT' }),
      409,
    );
  });

  it('E7.0, E8.0: a closed contract neither', async () => {
    const contract = await contracts.inStatus('EXECUTED');
    const hr = await contracts.recipient();
    refused(
      await hr.post('/supplementary-agreements', agreement('AMENDMENT', contract.id)),
      '/parentId',
      'parent_closed',
    );
  });

  it.each([
    ['a period contract', () => contracts],
    ['a framework contract', () => frameworks],
  ])('E7.1.1, E7.2.1b, E8.3: %s offers closing and changing to both sides once concluded', async (_, of) => {
    const contract = await of().inStatus('CONCLUDED');
    for (const caller of [await of().author(), await of().recipient()]) {
      expect(offered(await cardFor(caller, contract.id))).toEqual(
        expect.arrayContaining(['close', 'terminate', 'amend']),
      );
    }
  });

  it('a second termination is refused while one is under way, and so is closing', async () => {
    const terminations = contracts.of(terminationBy('employer'));
    const first = await terminations.inStatus('ON_APPROVAL');
    const office = await contracts.author();
    refused(
      await office.post('/supplementary-agreements', agreement('TERMINATION', first.parentId!)),
      '/parentId',
      'termination_open',
    );
    const contract = await cardFor(office, first.parentId!);
    expect(offer(contract, 'close')).toMatchObject({ enabled: false, reason: 'termination_open' });
    expect(offer(contract, 'terminate')).toMatchObject({ enabled: false, reason: 'termination_open' });
    expect(offer(contract, 'amend')).toMatchObject({ enabled: true });
    const { items } = expectStatus(await office.get('/documents?limit=100'), 200).body as {
      items: DocumentCardDto[];
    };
    const row = items.find(({ id }) => id === contract.id)!;
    expect(row.availableActions).toEqual(contract.availableActions);
  });

  it('of two terminations drafted unseen by each other one is sent, the other told of it', async () => {
    const contract = await contracts.inStatus('CONCLUDED');
    const sides = [await contracts.author(), await contracts.recipient()];
    const drafts = await Promise.all(
      sides.map(async (caller, index) => {
        const file = expectStatus(await caller.upload(pdf(`agreement ${index}`), 'ДС.pdf'), 201).body;
        const body = agreement('TERMINATION', contract.id, {
          number: `ДС-гонка-${index}`,
          date: '2026-09-07',
          files: [{ fileId: file.id, role: 'MAIN' }],
        });
        return expectStatus(await caller.post('/supplementary-agreements', body), 201)
          .body as DocumentCardDto;
      }),
    );
    const answers = await Promise.all(
      sides.map((caller, index) => caller.act(drafts[index]!.id, 'submit-approval', 1)),
    );
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses).toEqual([200, 422]);
    refused(
      answers.find(({ status }) => status === 422)!,
      '',
      'termination_open',
    );
  });

  it('an agreement whose contract was closed meanwhile can go no further, only back', async () => {
    const amendments = contracts.of(amendmentBy('university'));
    const sent = await amendments.inStatus('ON_SIGNING');
    const hr = await contracts.recipient();
    const contract = await cardFor(hr, sent.parentId!);
    expectStatus(await hr.act(contract.id, 'close', contract.version, { mode: 'WITHOUT_AGREEMENT' }), 200);
    const head = await test.as(test.world.employer.people.head);
    expect(offer(await cardFor(head, sent.id), 'sign')).toMatchObject({
      enabled: false,
      reason: 'parent_closed',
      reasonText: 'Основной договор уже закрыт.',
    });
    const body = await signing.bodyFor(sent, test.world.employer);
    refused(await head.act(sent.id, 'sign', sent.version, body), '', 'parent_closed');
    const office = await contracts.author();
    expectStatus(await office.act(sent.id, 'withdraw', sent.version), 200);
  });

  it('a contract closed in the very moment of the signature: one of the two happens, not both', async () => {
    const amendments = contracts.of(amendmentBy('university'));
    for (let round = 0; round < 5; round++) {
      const sent = await amendments.inStatus('ON_CONFIRMATION');
      const hr = await contracts.recipient();
      const contract = await cardFor(hr, sent.parentId!);
      const [closing, confirming] = await Promise.all([
        hr.act(contract.id, 'close', contract.version, { mode: 'WITHOUT_AGREEMENT' }),
        hr.act(sent.id, 'confirm', sent.version),
      ]);
      expectStatus(closing, 200);
      const after = await cardFor(hr, sent.id);
      if (confirming.status === 200) expect(after.status).toBe('CONCLUDED');
      else {
        refused(confirming, '', 'parent_closed');
        expect(after.status).toBe('ON_CONFIRMATION');
      }
    }
  });

  it('a termination sent in the very moment its contract is closed: one of the two happens, not both', async () => {
    for (let round = 0; round < 5; round++) {
      const draft = await contracts.of(terminationBy('university')).draft();
      const [hr, office] = [await contracts.recipient(), await contracts.author()];
      const contract = await cardFor(hr, draft.parentId!);
      const [closing, sending] = await Promise.all([
        hr.act(contract.id, 'close', contract.version, { mode: 'WITHOUT_AGREEMENT' }),
        office.act(draft.id, 'submit-signing', draft.version),
      ]);
      expect([closing.status, sending.status].sort()).toEqual([200, 422]);
      const after = await cardFor(office, contract.id);
      if (closing.status === 200) {
        expect(after.status).toBe('EXECUTED');
        refused(sending, '', 'parent_closed');
      } else {
        expect(after.status).toBe('CONCLUDED');
        refused(closing, '', 'termination_open');
      }
    }
  });

  it('the other side can be reminded of an agreement whose contract has been closed', async () => {
    const amendments = contracts.of(amendmentBy('university'));
    const sent = await amendments.inStatus('ON_APPROVAL');
    const [hr, office] = [await contracts.recipient(), await contracts.author()];
    const contract = await cardFor(hr, sent.parentId!);
    expectStatus(await hr.act(contract.id, 'close', contract.version, { mode: 'WITHOUT_AGREEMENT' }), 200);
    expectStatus(await office.act(sent.id, 'remind', sent.version), 200);
  });

  it('changes that are null are none, and a value that is null is missing', async () => {
    const amendments = contracts.of(amendmentBy('university'));
    const draft = await amendments.draft();
    const office = await amendments.author();
    const emptied = await office.patch(
      `/supplementary-agreements/${draft.id}`,
      { terms: { changes: null } },
      draft.version,
    );
    const { version } = expectStatus(emptied, 200).body as DocumentCardDto;
    expectStatus(await office.act(draft.id, 'submit-approval', version), 200);
    const valueless = { changes: [{ term: 'seats', effectiveFrom: '2026-10-15', seats: null }] };
    refused(
      await office.post(
        '/supplementary-agreements',
        agreement('AMENDMENT', draft.parentId!, { terms: valueless }),
      ),
      '/terms/changes/0/seats',
      'value_required',
    );
  });

  it('an agreement hangs on a contract of the two, on nothing else', async () => {
    const hr = await contracts.recipient();
    const own = await contracts.of(amendmentBy('employer')).inStatus('CONCLUDED');
    refused(
      await hr.post('/supplementary-agreements', agreement('AMENDMENT', own.id)),
      '/parentId',
      'wrong_kind',
    );
    const stranger = await test.as(test.world.foreignEmployer.people.manager);
    const contract = await contracts.inStatus('CONCLUDED');
    refused(
      await stranger.post('/supplementary-agreements', agreement('AMENDMENT', contract.id)),
      '/parentId',
      'not_found',
    );
    refused(
      await hr.post('/supplementary-agreements', agreement('AMENDMENT', test.world.employer.id)),
      '/parentId',
      'not_found',
    );
  });

  it('its draft is edited under its own address and no other', async () => {
    const draft = await contracts.of(amendmentBy('employer')).draft();
    const hr = await contracts.recipient();
    for (const resource of ['contracts', 'annexes']) {
      expectStatus(await hr.patch(`/${resource}/${draft.id}`, { number: '1' }, draft.version), 404);
    }
  });
});

describe('closing a contract', () => {
  it('E7.1.2a, E7.1.2b, E7.1.2c, E7.1.3: without an agreement, with files and a comment, by either side', async () => {
    for (const kind of [contracts, frameworks]) {
      const contract = await kind.inStatus('CONCLUDED');
      const hr = await kind.recipient();
      const files = [await kind.file(hr), await kind.file(hr)];
      const closed = expectStatus(
        await hr.act(contract.id, 'close', contract.version, {
          mode: 'WITHOUT_AGREEMENT',
          comment: 'Практика проведена',
          files,
        }),
        200,
      ).body as DocumentCardDto;
      expect(closed).toMatchObject({
        status: 'EXECUTED',
        closeMode: 'WITHOUT_AGREEMENT',
        closing: { comment: 'Практика проведена' },
      });
      expect(closed.closing?.files.map(({ fileId }) => fileId).sort()).toEqual([...files].sort());
    }
  });

  it('E7.2.2b: with an agreement the contract stays concluded until the agreement is', async () => {
    const sent = await contracts.of(terminationBy('employer')).inStatus('ON_SIGNING');
    expect(sent.parent).toMatchObject({ status: 'CONCLUDED', statusLabel: 'Заключен' });
  });

  it('with an open annex a comment and an acknowledgement are required', async () => {
    const annex = await frameworks.of(FRAMEWORK_ANNEX).inStatus('ON_APPROVAL');
    const hr = await frameworks.recipient();
    const framework = await cardFor(hr, annex.parentId!);
    expect(framework.openObligations).toEqual([expect.objectContaining({ code: 'open_annex', count: 1 })]);
    const close = (body: object) =>
      hr.act(framework.id, 'close', framework.version, { mode: 'WITHOUT_AGREEMENT', ...body });
    refused(await close({}), '/acknowledge', 'acknowledgement_required');
    refused(await close({ acknowledge: true }), '/acknowledge', 'acknowledgement_required');
    refused(await close({ comment: 'Закрываем' }), '/acknowledge', 'acknowledgement_required');
    expectStatus(await close({ comment: 'Закрываем', acknowledge: true }), 200);
  });
});

describe('annexes', () => {
  it('E10.0: hang on one concluded framework contract', async () => {
    const office = await frameworks.author();
    const open = await frameworks.inStatus('ON_SIGNING');
    refused(await office.post('/annexes', { parentId: open.id }), '/parentId', 'parent_not_concluded');
    const closed = await frameworks.inStatus('EXECUTED');
    refused(await office.post('/annexes', { parentId: closed.id }), '/parentId', 'parent_closed');
    const period = await contracts.inStatus('CONCLUDED');
    refused(await office.post('/annexes', { parentId: period.id }), '/parentId', 'wrong_kind');
    const concluded = await frameworks.inStatus('CONCLUDED');
    expect(offered(concluded)).not.toContain('add-annex');
    expect(offered(await cardFor(office, concluded.id))).toContain('add-annex');
    const annex = expectStatus(await office.post('/annexes', { parentId: concluded.id }), 201)
      .body as DocumentCardDto;
    expect(annex).toMatchObject({ kind: 'FRAMEWORK_ANNEX', parent: { id: concluded.id } });
  });

  it('are drawn up by the educational organization alone', async () => {
    const framework = await frameworks.inStatus('CONCLUDED');
    const hr = await frameworks.recipient();
    expectStatus(await hr.post('/annexes', { parentId: framework.id }), 403);
  });

  it('E10.1.4, E10.1.5, E10.1.6: approval names the responsible person', async () => {
    const annexes = frameworks.of(FRAMEWORK_ANNEX);
    const annex = await annexes.inStatus('ON_APPROVAL');
    const hr = await annexes.recipient();
    const seen = await cardFor(hr, annex.id);
    expect(offer(seen, 'approve')).toMatchObject({ label: 'Согласовать', enabled: true });
    refused(
      await hr.act(annex.id, 'approve', seen.version, {}),
      '/responsible/personId',
      'responsible_required',
    );
    const nobody = await hr.act(annex.id, 'approve', seen.version, { responsible: { personId: null } });
    refused(nobody, '/responsible/personId', 'responsible_required');
    const { manager } = test.world.employer.people;
    const approved = expectStatus(
      await hr.act(annex.id, 'approve', seen.version, {
        responsible: { personId: manager.id, position: 'Наставник', phone: '+7 495 000-00-00' },
        seats: 4,
      }),
      200,
    ).body as DocumentCardDto;
    expect(approved).toMatchObject({
      status: 'PROJECT_APPROVED',
      statusLabel: 'Проект согласован',
      responsible: { personId: manager.id, position: 'Наставник', email: manager.email },
      seats: 4,
    });
  });

  it('E10.2.n, E10.2.1, E10.2.2, E10.2.3: are approved or rejected with a reason, never sent back', async () => {
    const annexes = frameworks.of(FRAMEWORK_ANNEX);
    const annex = await annexes.inStatus('ON_APPROVAL');
    const hr = await annexes.recipient();
    expect(offered(await cardFor(hr, annex.id))).toEqual(['approve', 'reject']);
    expectStatus(await hr.act(annex.id, 'request-revision', annex.version, { reason: 'x' }), 409);
    refused(await hr.act(annex.id, 'reject', annex.version, { reason: ' ' }), '/reason', 'reason_required');
    const rejected = await annexes.walk(annex, [['recipient', 'reject', { reason: 'Нет мест' }]]);
    expect(rejected).toMatchObject({ status: 'PROJECT_REJECTED', lastReason: { text: 'Нет мест' } });
  });

  it('E10.3.4, E10.3.5, E10.3.5t: signed by the employer, then by the university, they are concluded', async () => {
    const annexes = frameworks.of(FRAMEWORK_ANNEX);
    const sent = await annexes.inStatus('ON_SIGNING');
    const half = await signing.sign(sent, annexes.organization('recipient'));
    const concluded = await signing.sign(half, annexes.organization('author'));
    expect(concluded).toMatchObject({ status: 'CONCLUDED', parent: { status: 'CONCLUDED' } });
    expect(concluded.signatures.map(({ role }) => role)).toEqual(['recipient', 'author']);
  });

  it('E10.3.1r: are withdrawn by the university while they wait for the employer', async () => {
    const annexes = frameworks.of(FRAMEWORK_ANNEX);
    const withdrawn = await annexes.walk(await annexes.inStatus('ON_SIGNING'), [['author', 'withdraw']]);
    expect(withdrawn).toMatchObject({ status: 'WITHDRAWN', waitingSince: null });
  });

  it('E10.4.0, E10.4.4, E10.4.5: signed on paper, they are confirmed by the employer', async () => {
    const annexes = frameworks.of(FRAMEWORK_ANNEX);
    const sent = await annexes.inStatus('ON_CONFIRMATION');
    const concluded = await annexes.walk(sent, [['recipient', 'confirm']]);
    expect(concluded).toMatchObject({ status: 'CONCLUDED', signedOutside: true });
  });
});

describe('framework contracts', () => {
  it('E6.1, E6.2: are approved with the five optional fields, sent back and rejected with a reason', async () => {
    const hr = await frameworks.recipient();
    const { manager } = test.world.employer.people;
    const first = await frameworks.inStatus('ON_APPROVAL');
    const responsible = { personId: manager.id, position: 'HR', phone: '1', email: 'hr@pair.test' };
    const approved = expectStatus(
      await hr.act(first.id, 'approve', first.version, { responsible, seats: 30 }),
      200,
    ).body as DocumentCardDto;
    expect(approved).toMatchObject({ status: 'PROJECT_APPROVED', responsible, seats: 30 });
    const second = await frameworks.inStatus('ON_REVISION');
    expect(second.lastReason?.text).toBe('Уточните сроки');
    const third = await frameworks.inStatus('PROJECT_REJECTED');
    expect(third.lastReason?.text).toBe('Уточните сроки');
  });

  it('E6.3, E6.4: are signed, withdrawn, confirmed on paper as period contracts are', async () => {
    const half = await signing.sign(await frameworks.inStatus('ON_SIGNING'), test.world.employer);
    expect((await signing.sign(half, test.world.university)).status).toBe('CONCLUDED');
    const waiting = await frameworks.inStatus('ON_SIGNING');
    expect((await frameworks.walk(waiting, [['author', 'withdraw']])).status).toBe('WITHDRAWN');
    expect((await frameworks.inStatus('CONCLUDED')).signedOutside).toBe(true);
  });

  it('have no programme lines and period contracts no prolongation', async () => {
    const office = await frameworks.author();
    const partnerId = test.world.employer.id;
    const programmes = [{ specialtyCode: '09.03.04', specialtyName: 'Программная инженерия' }];
    refused(
      await office.post('/contracts', { kind: 'FRAMEWORK_CONTRACT', partnerId, terms: { programmes } }),
      '/terms/programmes',
      'not_for_kind',
    );
    refused(
      await office.post('/contracts', {
        kind: 'PERIOD_CONTRACT',
        partnerId,
        terms: { prolongation: 'YEARLY' },
      }),
      '/terms/prolongation',
      'not_for_kind',
    );
  });
});

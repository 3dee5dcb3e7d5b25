import type { DocumentCardDto } from '../../src/modules/documents/index.js';
import {
  COMPLETE_TERMS,
  createTestApp,
  Documents,
  expectStatus,
  type Caller,
  type TestApp,
} from '../support/index.js';

let test: TestApp;
let documents: Documents;
let hr: Caller;
let office: Caller;

beforeAll(async () => {
  test = await createTestApp();
  documents = new Documents(test);
  hr = await documents.recipient();
  office = await documents.author();
});
afterAll(() => test?.close());

const card = async (caller: Caller, id: string) =>
  expectStatus(await caller.get(`/documents/${id}`), 200).body as DocumentCardDto;

const labels = (seen: DocumentCardDto) => seen.availableActions.map((offer) => offer.label);

describe('drafting', () => {
  it('a draft may be incomplete, and its card says what is missing', async () => {
    const created = await office.post('/contracts', {
      kind: 'PERIOD_CONTRACT',
      partnerId: test.world.employer.id,
    });
    const draft = expectStatus(created, 201).body as DocumentCardDto;
    expect(draft).toMatchObject({
      status: 'DRAFT',
      statusLabel: 'Проект',
      direction: 'OUTGOING',
      version: 1,
    });
    expect(draft.missing).toEqual(expect.arrayContaining(['/number', '/date', '/terms/programmes']));
    const submit = draft.availableActions.find((offer) => offer.action === 'submit-approval');
    expect(submit).toMatchObject({ enabled: false, reason: 'incomplete' });
  });

  it('sending an incomplete draft names every field it lacks', async () => {
    const draft = await documents.draft({
      number: null,
      terms: { ...COMPLETE_TERMS, premises: [] },
      files: [],
    });
    const response = expectStatus(await office.act(draft.id, 'submit-approval', draft.version), 422);
    const { errors } = response.body as { errors: { pointer: string }[] };
    expect(errors.map(({ pointer }) => pointer)).toEqual(['/number', '/terms/premises', '/files']);
  });

  it('an edit bumps the version, tells nobody and is one line of history for ten minutes', async () => {
    const draft = await documents.draft();
    const first = expectStatus(
      await office.patch(`/contracts/${draft.id}`, { number: 'А-1' }, draft.version),
      200,
    );
    expectStatus(await office.patch(`/contracts/${draft.id}`, { number: 'А-2' }, first.body.version), 200);
    const history = expectStatus(await office.get(`/documents/${draft.id}/history`), 200);
    const { items } = history.body as { items: { type: string }[] };
    expect(items.map(({ type }) => type)).toEqual(['updated', 'created']);
    expectStatus(await hr.get(`/documents/${draft.id}`), 404);
  });

  it('a stale edit is refused with the current version, an edit without one is asked for it', async () => {
    const draft = await documents.draft();
    expectStatus(await office.patch(`/contracts/${draft.id}`, { number: 'Б-1' }, draft.version), 200);
    const stale = expectStatus(
      await office.patch(`/contracts/${draft.id}`, { number: 'Б-2' }, draft.version),
      412,
    );
    expect(stale.body).toMatchObject({ code: 'precondition_failed', etag: '"v2"' });
    expect(stale.headers['etag']).toBe('"v2"');
    expectStatus(await office.patch(`/contracts/${draft.id}`, { number: 'Б-3' }), 428);
  });

  it('a number is unique per author, kind and year', async () => {
    const first = await documents.draft({ number: 'Дубль-1' });
    const taken = await office.post('/contracts', {
      kind: 'PERIOD_CONTRACT',
      partnerId: test.world.employer.id,
      number: 'дубль-1',
      date: first.date,
    });
    expect(expectStatus(taken, 409).body).toMatchObject({
      code: 'duplicate',
      errors: [{ pointer: '/number' }],
    });
    const nextYear = {
      kind: 'PERIOD_CONTRACT',
      partnerId: test.world.employer.id,
      number: 'Дубль-1',
      date: '2027-01-10',
    };
    expectStatus(await office.post('/contracts', nextYear), 201);
  });

  it('an organization without a partnership, of the same side or unknown cannot be the partner', async () => {
    const { foreignEmployer, university, foreignUniversity } = test.world;
    for (const partnerId of [foreignEmployer.id, university.id, foreignUniversity.id]) {
      const response = await office.post('/contracts', { kind: 'PERIOD_CONTRACT', partnerId });
      expect(expectStatus(response, 422).body.errors).toMatchObject([
        { pointer: '/partnerId', code: 'not_a_partner' },
      ]);
    }
  });

  it('an employer does not draft contracts', async () => {
    const response = await hr.post('/contracts', {
      kind: 'PERIOD_CONTRACT',
      partnerId: test.world.university.id,
    });
    expect(expectStatus(response, 403).body.code).toBe('forbidden');
  });

  it('an end before the start is refused even in a draft', async () => {
    const draft = await documents.draft();
    const terms = { ...COMPLETE_TERMS, validTo: '2026-01-01' };
    const response = expectStatus(
      await office.patch(`/contracts/${draft.id}`, { terms }, draft.version),
      422,
    );
    expect(response.body.errors).toContainEqual(
      expect.objectContaining({ pointer: '/terms/validTo', code: 'end_before_start' }),
    );
    expect((await card(office, draft.id)).version).toBe(draft.version);
  });
});

describe('approval', () => {
  it('E5.1.1, E5.1.2a, E5.1.2b: the recipient sees «Проект на согласовании», the grading system and the conditions', async () => {
    const sent = await documents.inStatus('ON_APPROVAL');
    const seen = await card(hr, sent.id);
    expect(seen).toMatchObject({
      subtitle: 'Проект на согласовании',
      direction: 'INCOMING',
      terms: {
        assessment: { gradeScale: 'FIVE_POINT' },
        employerConditions: 'Рабочее место и наставник',
        studentConditions: 'Паспорт и медицинская книжка',
      },
    });
  });

  it('E5.1.3, E5.2.1, E5.3.1: the three buttons are the recipient’s alone, only «На согласовании»', async () => {
    const sent = await documents.inStatus('ON_APPROVAL');
    expect(labels(await card(hr, sent.id))).toEqual([
      'Согласовать проект',
      'Отправить на доработку',
      'Отклонить',
    ]);
    expect(labels(await card(office, sent.id))).toEqual(['Отозвать', 'Напомнить', 'Создать копию']);
    const approved = await documents.inStatus('PROJECT_APPROVED');
    expect(labels(await card(hr, approved.id))).toEqual(['Напомнить']);
  });

  it('E5.1.4b, E5.1.10: approval with an empty form gives «Проект согласован»', async () => {
    const sent = await documents.inStatus('ON_APPROVAL');
    const approved = expectStatus(await hr.act(sent.id, 'approve', sent.version, {}), 200).body;
    expect(approved).toMatchObject({
      status: 'PROJECT_APPROVED',
      statusLabel: 'Проект согласован',
      responsible: null,
    });
  });

  it('E5.1.6, E5.1.7, E5.1.8: the responsible manager, position, phone, e-mail and seats are kept and shown to both', async () => {
    const sent = await documents.inStatus('ON_APPROVAL');
    const { manager } = test.world.employer.people;
    const responsible = {
      personId: manager.id,
      position: 'Ведущий HR',
      phone: '+7 900 000-00-00',
      email: 'hr@sosna.test',
    };
    expectStatus(await hr.act(sent.id, 'approve', sent.version, { responsible, seats: 12 }), 200);
    expect(await card(office, sent.id)).toMatchObject({
      responsible: {
        ...responsible,
        fullName: `${manager.surname} ${manager.givenName} ${manager.patronymic}`,
      },
      seats: 12,
    });
  });

  it('E5.1.5: a person who is no manager of the company is refused at the field', async () => {
    const sent = await documents.inStatus('ON_APPROVAL');
    const strangers = [test.world.university.people.manager.id, test.world.employer.people.observer.id];
    for (const personId of strangers) {
      const response = expectStatus(
        await hr.act(sent.id, 'approve', sent.version, { responsible: { personId } }),
        422,
      );
      expect(response.body.errors).toMatchObject([
        { pointer: '/responsible/personId', code: 'not_a_manager' },
      ]);
    }
    expect((await card(hr, sent.id)).status).toBe('ON_APPROVAL');
  });

  it.each([-1, 1.5, 10_001])('E5.1.9: %p seats are refused', async (seats) => {
    const sent = await documents.inStatus('ON_APPROVAL');
    const response = expectStatus(await hr.act(sent.id, 'approve', sent.version, { seats }), 422);
    expect(response.body.errors[0].pointer).toBe('/seats');
  });

  it.each(['request-revision', 'reject'])(
    'E5.2.2a, E5.3.2a: %s without a reason is refused at the field',
    async (action) => {
      const sent = await documents.inStatus('ON_APPROVAL');
      for (const body of [{}, { reason: '   ' }]) {
        const response = expectStatus(await hr.act(sent.id, action, sent.version, body), 422);
        expect(response.body.errors[0].pointer).toBe('/reason');
      }
      expect((await card(hr, sent.id)).status).toBe('ON_APPROVAL');
    },
  );

  it('E5.2.2b: a revision request gives its reason to the sender, who reopens, edits and sends revision 2', async () => {
    const sent = await documents.inStatus('ON_APPROVAL');
    const returned = expectStatus(
      await hr.act(sent.id, 'request-revision', sent.version, { reason: 'Уточните сроки' }),
      200,
    ).body;
    expect(returned.statusLabel).toBe('Проект на доработке');
    const seen = await card(office, sent.id);
    expect(seen.lastReason).toMatchObject({ text: 'Уточните сроки', organizationName: 'ООО «Сосна»' });

    const reopened = expectStatus(await office.act(sent.id, 'reopen', seen.version), 200).body;
    const main = await documents.file(office);
    const edited = expectStatus(
      await office.patch(
        `/contracts/${sent.id}`,
        { files: [{ fileId: main, role: 'MAIN' }] },
        reopened.version,
      ),
      200,
    ).body;
    const again = expectStatus(await office.act(sent.id, 'submit-approval', edited.version), 200).body;
    expect(again).toMatchObject({ status: 'ON_APPROVAL', lastReason: null, revision: { number: 2 } });
    expect(again.revisions).toHaveLength(2);
    expect(again.revisions[0].file.sha256).not.toBe(again.revisions[1].file.sha256);
  });

  it('while the author reworks, the recipient sees the sent revision with «Проект на доработке»', async () => {
    const revision = await documents.inStatus('ON_REVISION');
    const reopened = expectStatus(await office.act(revision.id, 'reopen', revision.version), 200).body;
    expectStatus(
      await office.patch(`/contracts/${revision.id}`, { number: 'ТАЙНА-77' }, reopened.version),
      200,
    );
    const seen = await card(hr, revision.id);
    expect(seen).toMatchObject({
      status: 'ON_REVISION',
      statusLabel: 'Проект на доработке',
      number: revision.number,
    });
    const found = expectStatus(await hr.get('/documents?q=ТАЙНА'), 200).body;
    expect(found.items).toEqual([]);
    const own = expectStatus(await office.get('/documents?q=тайна-77'), 200).body;
    expect(own.items).toHaveLength(1);
  });

  it('E5.3.2b: a rejected draft keeps its reason and can only be deleted by its author', async () => {
    const rejected = await documents.inStatus('PROJECT_REJECTED');
    const seen = await card(office, rejected.id);
    expect(seen.statusLabel).toBe('Проект отклонен');
    expect(seen.lastReason?.text).toBe('Уточните сроки');
    expect(seen.availableActions.map((offer) => offer.action)).toEqual(['delete']);
    expectStatus(await office.act(rejected.id, 'delete', seen.version), 204);
    expectStatus(await office.get(`/documents/${rejected.id}`), 404);
    expectStatus(await hr.get(`/documents/${rejected.id}`), 404);
  });
});

describe('withdrawal, paper, closing', () => {
  it('E5.4.n1, E5.4.n2: the author withdraws «На подписании» and nobody can sign any more', async () => {
    const sent = await documents.inStatus('ON_SIGNING');
    const withdrawn = expectStatus(
      await office.act(sent.id, 'withdraw', sent.version, { reason: 'Ошибка' }),
      200,
    ).body;
    expect(withdrawn.statusLabel).toBe('Отозван');
    const head = await test.as(test.world.employer.people.head);
    const late = await head.act(sent.id, 'sign', sent.version, {
      revisionId: sent.revision?.id,
      cms: 'AAAA',
    });
    expect(expectStatus(late, 409).body).toMatchObject({
      code: 'document_withdrawn',
      current: {
        status: 'WITHDRAWN',
        statusLabel: 'Отозван',
        organization: 'ФГБОУ ВО «Приозёрный университет»',
      },
    });
  });

  it('E5.5.0, E5.5.3, E5.5.4, E5.5.5: a contract signed on paper is confirmed by the recipient and concluded without a signature', async () => {
    const sent = await documents.inStatus('ON_CONFIRMATION');
    const seen = await card(hr, sent.id);
    expect(seen.availableActions.map((offer) => offer.label)).toEqual(['Подтвердить', 'Вернуть']);
    const concluded = expectStatus(await hr.act(sent.id, 'confirm', seen.version), 200).body;
    expect(concluded).toMatchObject({
      statusLabel: 'Заключен',
      signedOutside: true,
      signedOnPaperAt: '2026-09-01',
      signatures: [],
    });
  });

  it('a paper date in the future is refused', async () => {
    const draft = await documents.draft();
    const response = await office.act(draft.id, 'submit-confirmation', draft.version, {
      signedOnPaperAt: '2026-09-08',
    });
    expect(expectStatus(response, 422).body.errors).toMatchObject([
      { pointer: '/signedOnPaperAt', code: 'in_future' },
    ]);
  });

  it('confirmation without a scan is refused', async () => {
    const main = await documents.file(office);
    const draft = await documents.draft({ files: [{ fileId: main, role: 'MAIN' }] });
    const response = await office.act(draft.id, 'submit-confirmation', draft.version, {
      signedOnPaperAt: '2026-09-01',
    });
    expect(expectStatus(response, 422).body.errors).toMatchObject([{ code: 'scan_missing' }]);
  });

  it('the recipient sends a paper contract back with a reason', async () => {
    const sent = await documents.inStatus('ON_CONFIRMATION');
    const back = await hr.act(sent.id, 'return-from-confirmation', sent.version, {
      reason: 'Это другой договор',
    });
    expectStatus(back, 200);
    expect(await card(office, sent.id)).toMatchObject({
      status: 'DRAFT',
      lastReason: { text: 'Это другой договор' },
    });
  });

  it('either side closes a concluded contract «Без дополнительного соглашения»', async () => {
    for (const caller of [hr, office]) {
      const concluded = await documents.inStatus('CONCLUDED');
      const closed = await caller.act(concluded.id, 'close', concluded.version, {
        mode: 'WITHOUT_AGREEMENT',
        comment: 'Практика проведена',
      });
      expect(expectStatus(closed, 200).body).toMatchObject({
        statusLabel: 'Исполнен',
        closeMode: 'WITHOUT_AGREEMENT',
      });
      expect(labels(closed.body as DocumentCardDto)).toEqual(caller === office ? ['Создать копию'] : []);
    }
  });
});

describe('pressing at once and too late', () => {
  it('of two people pressing at once one wins, the other is told who did what', async () => {
    const sent = await documents.inStatus('ON_APPROVAL');
    const lawyer = await test.as(test.world.employer.people.lawyer);
    const answers = await Promise.all([
      hr.act(sent.id, 'approve', sent.version, {}),
      lawyer.act(sent.id, 'reject', sent.version, { reason: 'Нет мест' }),
    ]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409]);
    const loser = answers.find((answer) => answer.status === 409);
    expect(loser?.body).toMatchObject({ code: 'invalid_state', current: { organization: 'ООО «Сосна»' } });
    expect(loser?.body.current.by).toMatch(/^Фамилина-employer-/);
    const history = expectStatus(await hr.get(`/documents/${sent.id}/history`), 200).body.items;
    expect(history).toHaveLength(2);
  });

  it('an action without If-Match is asked for it; a stale one in the same status gets 412', async () => {
    const draft = await documents.draft();
    expectStatus(await office.act(draft.id, 'submit-approval', undefined), 428);
    expectStatus(await office.patch(`/contracts/${draft.id}`, { number: 'В-9' }, draft.version), 200);
    expectStatus(await office.act(draft.id, 'submit-approval', draft.version), 412);
  });

  it('an approval repeated under its key gives the first answer and writes nothing twice', async () => {
    const sent = await documents.inStatus('ON_APPROVAL');
    const keyed = hr.with({ 'idempotency-key': 'approve-once' });
    const first = expectStatus(await keyed.act(sent.id, 'approve', sent.version, { seats: 3 }), 200);
    const second = expectStatus(await keyed.act(sent.id, 'approve', sent.version, { seats: 3 }), 200);
    expect(second.headers['idempotency-replayed']).toBe('true');
    expect(second.body).toEqual(first.body);
    const { rows } = await test.database.owner.query(
      `SELECT count(*)::int AS entries FROM history_entries WHERE object_id = $1 AND to_status = 'PROJECT_APPROVED'`,
      [sent.id],
    );
    expect(rows).toEqual([{ entries: 1 }]);
  });
});

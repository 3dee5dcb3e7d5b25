import type { Problem } from '@praktika/contracts';
import type { CommentDto } from '../../src/modules/comments/comments.dto.js';
import { createTestApp, Documents, expectStatus, type Caller, type TestApp } from '../support/index.js';
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

const comments = async (caller: Caller, id: string) =>
  (expectStatus(await caller.get(`/documents/${id}/comments`), 200).body as { items: CommentDto[] }).items;
const say = async (caller: Caller, id: string, body: object) =>
  expectStatus(await caller.post(`/documents/${id}/comments`, body), 201).body as CommentDto;
const bell = async (caller: Caller) => {
  await settleEvents(test);
  return (expectStatus(await caller.get('/notifications'), 200).body as { items: Notice[] }).items;
};
interface Notice {
  kind: string;
  documentId: string;
  text: string;
}

describe('comments', () => {
  it('an internal one stays inside its organization, a shared one is read by both and told to the other', async () => {
    const { id } = await documents.inStatus('ON_APPROVAL');
    await say(hr, id, { text: 'Спросим у бухгалтерии', visibility: 'INTERNAL' });
    await say(hr, id, { text: 'Уточните, пожалуйста, сроки', visibility: 'SHARED' });
    expect((await comments(hr, id)).map(({ text, visibility }) => [text, visibility])).toEqual([
      ['Спросим у бухгалтерии', 'INTERNAL'],
      ['Уточните, пожалуйста, сроки', 'SHARED'],
    ]);
    expect(await comments(office, id)).toEqual([
      expect.objectContaining({
        text: 'Уточните, пожалуйста, сроки',
        own: false,
        organizationName: test.world.employer.fullName,
        revisionNumber: 1,
      }),
    ]);
    const told = (await bell(office)).filter((item) => item.documentId === id && item.kind === 'COMMENTED');
    expect(told).toHaveLength(1);
    expect(told[0]!.text).toContain('«Уточните, пожалуйста, сроки»');
    const { rows } = await test.database.owner.query(
      `SELECT count(*)::int AS n FROM outbox WHERE object_id = $1 AND type = 'document.comment'
          AND organization_id = $2 AND after ->> 'text' = 'Спросим у бухгалтерии'`,
      [id, test.world.university.id],
    );
    expect(rows).toEqual([{ n: 0 }]);
  });

  it('a reply joins its thread and is read by the same people', async () => {
    const { id } = await documents.inStatus('ON_APPROVAL');
    const question = await say(hr, id, { text: 'Какой адрес?', visibility: 'SHARED' });
    const answer = await say(office, id, { text: 'Лесная, 1', visibility: 'SHARED', replyTo: question.id });
    const thanks = await say(hr, id, { text: 'Спасибо', visibility: 'SHARED', replyTo: answer.id });
    expect([answer.threadId, thanks.threadId]).toEqual([question.id, question.id]);
    const aside = await hr.post(`/documents/${id}/comments`, {
      text: 'Между нами',
      visibility: 'INTERNAL',
      replyTo: question.id,
    });
    expectStatus(aside, 422);
    expect((aside.body as Problem).errors?.[0]).toMatchObject({
      pointer: '/visibility',
      code: 'thread_visibility',
    });
    const internal = await say(hr, id, { text: 'Внутри', visibility: 'INTERNAL' });
    const intruding = { text: 'Чужая ветка', visibility: 'INTERNAL', replyTo: internal.id };
    expectStatus(await office.post(`/documents/${id}/comments`, intruding), 422);
  });

  it('a mentioned colleague is told in person, nobody else is', async () => {
    const { id } = await documents.inStatus('ON_APPROVAL');
    const { lawyer } = test.world.employer.people;
    const written = await say(hr, id, {
      text: 'Посмотрите пункт 3',
      visibility: 'INTERNAL',
      mentions: [lawyer.id],
    });
    expect(written.mentions).toEqual([{ id: lawyer.id, name: `${lawyer.surname} ${lawyer.givenName}` }]);
    const mine = (notices: Notice[]) => notices.filter((item) => item.documentId === id);
    expect(mine(await bell(await test.as(lawyer))).map(({ kind }) => kind)).toContain('MENTIONED');
    const clerk = await test.as(test.world.employer.people.clerk);
    expect(mine(await bell(clerk)).map(({ kind }) => kind)).not.toContain('MENTIONED');
    expect(mine(await bell(office)).map(({ kind }) => kind)).not.toContain('MENTIONED');
  });

  it('of a draft nobody else has seen cannot be shared, and an empty one cannot be made', async () => {
    const draft = await documents.draft();
    const early = await office.post(`/documents/${draft.id}/comments`, {
      text: 'Смотрите',
      visibility: 'SHARED',
    });
    expectStatus(early, 422);
    expect((early.body as Problem).errors?.[0]).toMatchObject({ pointer: '/visibility', code: 'never_sent' });
    await say(office, draft.id, { text: 'Черновик', visibility: 'INTERNAL' });
    const empty = await office.post(`/documents/${draft.id}/comments`, {
      text: '  ',
      visibility: 'INTERNAL',
    });
    expectStatus(empty, 422);
    const observer = await test.as(test.world.university.people.observer);
    expectStatus(
      await observer.post(`/documents/${draft.id}/comments`, { text: 'Я', visibility: 'INTERNAL' }),
      403,
    );
  });
});

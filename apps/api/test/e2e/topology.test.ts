import {
  act,
  createClient,
  createDraft,
  createSigning,
  createWorld,
  expectStatus,
  settle,
  signIn,
  startSmtpSink,
  startSystem,
  until,
  type Card,
  type Client,
  type DrillPair,
  type Signing,
  type SmtpSink,
  type System,
} from '../../../../tools/drill/index.mjs';
import { createTestDatabase, type TestDatabase } from '../support/index.js';
import { listen, type EventStream } from './support/event-stream.js';

const queue = process.env['REDIS_URL'] ? 'Redis' : 'PostgreSQL';

let database: TestDatabase;
let sink: SmtpSink;
let system: System;
let pair: DrillPair;
let signing: Signing;

/** The processes of docker-compose.yml without containers: two APIs that run no jobs, one worker, a mail server. */
beforeAll(async () => {
  database = await createTestDatabase();
  sink = await startSmtpSink();
  [pair] = (await createWorld(database.ownerUrl)) as [DrillPair];
  signing = await createSigning(database.ownerUrl);
  system = await startSystem({ database, redisUrl: process.env['REDIS_URL'], smtpUrl: sink.url });
}, 180_000);

afterAll(async () => {
  await system?.stop();
  await sink?.close();
  await database?.drop();
}, 120_000);

/** Address of one of the two APIs, as a client takes it. */
const at = (index: 0 | 1) => () => [system.apis[index]!.url];
const other = (client: Client, index: 0 | 1) => createClient(at(index), client.headers);

describe(`two API processes and one worker, the queue on ${queue}`, () => {
  it('take a document from draft to concluded, each step at the other process, told by bell and mail', async () => {
    const { employer, university } = pair;
    const author = await signIn(at(0), university.manager);
    const authorHead = await signIn(at(1), university.head);
    const recipientHead = await signIn(at(0), employer.head);

    const { card, bytes } = await createDraft(author, employer.id);
    const sent = await act(other(author, 1), card, 'submit-signing');
    expect(sent.status).toBe('ON_SIGNING');
    const signed = await sign(other(recipientHead, 1), sent, bytes, 'employer');
    expect(signed.status).toBe('SIGNED_BY_RECIPIENT');
    const concluded = await sign(other(authorHead, 0), signed, bytes, 'university');
    expect(concluded.status).toBe('CONCLUDED');

    await settle(database.ownerUrl, 30_000);
    expect(await bellOf(recipientHead, card.id)).toEqual(['CONCLUDED', 'SIGNING_REQUESTED']);
    expect(await bellOf(author, card.id)).toEqual(['CONCLUDED', 'SIGNED_BY_RECIPIENT']);
  }, 120_000);

  it('sends the employer one mail for a document sent for signing, through the worker', async () => {
    const { employer, university } = pair;
    const author = await signIn(at(0), university.manager);
    const before = sink.mails.length;
    const { card } = await createDraft(author, employer.id);
    await act(author, card, 'submit-signing');
    await until('the mail has come', () => sink.mails.length > before, 20_000);
    await settle(database.ownerUrl, 30_000);
    const mails = sink.mails.slice(before);
    expect(mails.map(({ to }) => to)).toEqual([employer.profileEmail]);
    expect(mails[0]?.subject).toContain('Необходимо подписать');
  }, 120_000);

  it('refuses a token at one process at the very next request after it was revoked at the other', async () => {
    const head = await signIn(at(0), pair.university.head);
    const issued = expectStatus(
      await head.insist('POST', '/api-tokens', {
        name: 'Учения',
        scopes: ['documents:read'],
        expiresInDays: 1,
      }),
      201,
    ) as { token: string; apiToken: { id: string } };
    const program = createClient(at(1), { authorization: `Bearer ${issued.token}` });
    expect((await program.send('GET', '/documents')).status).toBe(200);
    const revoked = await head.send('POST', `/api-tokens/${issued.apiToken.id}/actions/revoke`, {});
    expect(revoked.status).toBeLessThan(300);
    const refused = await program.send('GET', '/documents');
    expect([refused.status, refused.body['code']]).toEqual([401, 'invalid_token']);
  }, 120_000);

  it('ends a session at both processes when its person signs out at one', async () => {
    const author = await signIn(at(0), pair.university.manager);
    expect((await other(author, 1).send('GET', '/me')).status).toBe(200);
    await author.send('POST', '/auth/logout');
    expect((await other(author, 1).send('GET', '/me')).status).toBe(401);
  }, 120_000);

  it('tells an open page at one process of what was committed at the other', async () => {
    const { employer, university } = pair;
    const author = await signIn(at(0), university.manager);
    const recipient = await signIn(at(1), employer.manager);
    const page = await listen(`${system.apis[1]!.url}/api/v1/live`, recipient.headers);
    try {
      await heard(page, 'counters', () => true);
      const { card } = await createDraft(author, employer.id);
      const sent = await act(author, card, 'submit-approval');
      await heard(page, 'document', (data) => data['id'] === card.id && data['version'] === sent.version);
    } finally {
      page.close();
    }
  }, 120_000);
});

describe('a process that is asked to end', () => {
  it('finishes in 15 seconds with an open page and kept connections, and the other serves on', async () => {
    const recipient = await signIn(at(0), pair.employer.manager);
    const page = await listen(`${system.apis[0]!.url}/api/v1/live`, recipient.headers);
    const began = Date.now();
    const ending = system.apis[0]!.end('SIGTERM');
    const ready = async () => (await fetch(`${system.apis[0]!.url}/api/health/ready`)).status;
    await until('it says that it is not ready', async () => (await ready()) === 503, 3_000);
    expect((await recipient.send('GET', '/me')).status).toBe(200);
    const { code, signal } = await ending;
    page.close();
    expect(code === 0 || signal === 'SIGTERM').toBe(true);
    expect(Date.now() - began).toBeLessThan(15_000);
    expect((await other(recipient, 1).send('GET', '/me')).status).toBe(200);
  }, 120_000);

  it('finishes the worker in 15 seconds too', async () => {
    const began = Date.now();
    const { code, signal } = await system.workers[0]!.end('SIGTERM');
    expect(code === 0 || signal === 'SIGTERM').toBe(true);
    expect(Date.now() - began).toBeLessThan(15_000);
  }, 120_000);
});

async function sign(head: Client, card: Card, bytes: Uint8Array, side: keyof DrillPair): Promise<Card> {
  const { cms } = await signing.sign(pair[side], bytes);
  return act(head, card, 'sign', { revisionId: card.revision?.id, cms });
}

/** Kinds of the notifications of a document that a person sees, sorted. */
async function bellOf(client: Client, documentId: string): Promise<string[]> {
  const { items } = expectStatus(await client.insist('GET', '/notifications'), 200) as {
    items: { kind: string; documentId: string }[];
  };
  return items
    .filter((item) => item.documentId === documentId)
    .map(({ kind }) => kind)
    .sort();
}

function heard(page: EventStream, event: string, fits: (data: Record<string, unknown>) => boolean) {
  return until(`the page hears of ${event}`, () =>
    page.events.some((one) => one.event === event && fits(one.data)),
  );
}

import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';
import { Database } from '../../src/core/database/index.js';
import { EventRelay, Reactions } from '../../src/core/events/index.js';
import { Mailer, MailTemplates, SmtpTransport, type Letter } from '../../src/core/mail/index.js';
import { createTestApp, Documents, expectStatus, type TestApp } from '../support/index.js';

/** A mail server of the test that takes, refuses or hangs. */
class Sink {
  readonly mails: { to: string[]; source: string }[] = [];
  mode: 'take' | 'busy' | 'refuse' | 'hang' = 'take';
  /** What happens between taking a letter and saying so. */
  meanwhile: () => Promise<void> = () => Promise.resolve();
  private readonly server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: (_address, _session, callback) => {
      if (this.mode === 'hang') return;
      callback(this.mode === 'take' ? null : this.refusal());
    },
    onData: (stream, session, callback) => void this.take(stream, session, callback),
  });

  async start(): Promise<string> {
    await new Promise<void>((resolve) => void this.server.listen(0, '127.0.0.1', resolve));
    return `smtp://127.0.0.1:${(this.server.server.address() as AddressInfo).port}`;
  }

  stop(): Promise<void> {
    return new Promise((resolve) => this.server.close(resolve));
  }

  private refusal(): Error {
    return Object.assign(new Error(this.mode), { responseCode: this.mode === 'busy' ? 451 : 550 });
  }

  private async take(
    stream: AsyncIterable<Buffer>,
    session: SMTPServerSession,
    callback: (error: null) => void,
  ): Promise<void> {
    let source = '';
    for await (const chunk of stream) source += chunk.toString();
    this.mails.push({ to: session.envelope.rcptTo.map(({ address }) => address), source });
    await this.meanwhile();
    callback(null);
  }
}

const sink = new Sink();
let test: TestApp;
let mailer: Mailer;
let letter: Letter | undefined;

beforeAll(async () => {
  test = await createTestApp({ smtpUrl: await sink.start() });
  mailer = test.app.get(Mailer);
  test.app.get(MailTemplates).register('test', () => Promise.resolve(letter));
});
afterAll(async () => {
  await test?.close();
  await sink.stop();
});
beforeEach(async () => {
  await test.database.owner.query('DELETE FROM mails');
  sink.mails.length = 0;
  sink.mode = 'take';
  sink.meanwhile = () => Promise.resolve();
  letter = { subject: 'Тема', paragraphs: ['Текст'] };
});

const order = (key: string) =>
  test.app
    .get(Database)
    .asJobs((tx) =>
      mailer.order(tx, { key, organizationId: test.world.employer.id, template: 'test', parameters: {} }),
    );

interface MailRow {
  id: string;
  status: string;
  attempts: number;
  last_error: string | null;
}

async function rows(): Promise<MailRow[]> {
  return (await test.database.owner.query<MailRow>('SELECT * FROM mails ORDER BY key')).rows;
}

/** Everything that what happened to an object leads to. */
async function reactTo(objectId: string): Promise<void> {
  await test.app.get(EventRelay).pump();
  const { rows: events } = await test.database.owner.query<{ id: string }>(
    'SELECT event_id AS id FROM outbox WHERE object_id = $1 GROUP BY event_id ORDER BY min(id)',
    [objectId],
  );
  for (const { id } of events) await test.app.get(Reactions).run(id);
}

const pass = (ms: number) => test.clock.set(new Date(test.clock.now().getTime() + ms));
const MINUTES = 60_000;

/** One header of a mail, unfolded. */
const headers = (source: string, name: string) =>
  (source.split('\r\n\r\n')[0] ?? '')
    .replace(/\r\n[ \t]+/g, ' ')
    .split('\r\n')
    .filter((line) => line.toLowerCase().startsWith(`${name.toLowerCase()}:`));

describe('a mail', () => {
  it('E5.4.1e: goes at once to the address of the employer’s profile when a contract is sent for signing', async () => {
    const card = await new Documents(test).inStatus('ON_SIGNING');
    await reactTo(card.id);
    await mailer.deliverDue();
    expect(sink.mails).toHaveLength(1);
    expect(sink.mails[0]?.to).toEqual([test.world.employer.profileEmail]);
    const { rows: sent } = await test.database.owner.query<{ text_body: string; subject: string }>(
      'SELECT text_body, subject FROM mails',
    );
    expect(sent[0]?.subject).toContain(card.title);
    expect(sent[0]?.text_body).toContain(`/documents/${card.id}`);
  });

  it('tells the organization of a token issued and of one revoked in its name', async () => {
    const head = await test.as(test.world.university.people.head);
    const issued = await head.post('/api-tokens', { name: 'Кадровая система', scopes: ['documents:read'] });
    const { apiToken } = expectStatus(issued, 201).body as { apiToken: { id: string } };
    await reactTo(apiToken.id);
    await mailer.deliverDue();
    expectStatus(await head.post(`/api-tokens/${apiToken.id}/actions/revoke`), 200);
    await reactTo(apiToken.id);
    await mailer.deliverDue();
    expect(sink.mails.map(({ to }) => to)).toEqual(Array(2).fill([test.world.university.profileEmail]));
    const { rows: sent } = await test.database.owner.query<{ subject: string }>(
      'SELECT subject FROM mails ORDER BY created_at, key',
    );
    expect(sent.map(({ subject }) => subject).sort()).toEqual([
      'API-токен выпущен: Кадровая система',
      'API-токен отозван: Кадровая система',
    ]);
  });

  it('exists once per key, and goes out once however many senders try', async () => {
    await order('one');
    await order('one');
    const [mail] = await rows();
    await Promise.all([1, 2, 3, 4].map(() => mailer.deliver(mail?.id ?? '')));
    await mailer.deliver(mail?.id ?? '');
    expect(sink.mails).toHaveLength(1);
    expect((await rows()).map(({ status }) => status)).toEqual(['SENT']);
  });

  it('is tried again after a 4xx with growing pauses, always under the same Message-ID', async () => {
    sink.mode = 'busy';
    await order('later');
    await mailer.deliverDue();
    await mailer.deliverDue();
    expect(await rows()).toMatchObject([{ status: 'QUEUED', attempts: 1 }]);
    expect((await rows())[0]?.last_error).toContain('451');
    pass(MINUTES);
    await mailer.deliverDue();
    expect(await rows()).toMatchObject([{ status: 'QUEUED', attempts: 2 }]);
    sink.mode = 'take';
    pass(3 * MINUTES);
    await mailer.deliverDue();
    expect(await rows()).toMatchObject([{ status: 'SENT', attempts: 3 }]);
    const [first] = headers(sink.mails[0]?.source ?? '', 'Message-ID');
    await test.database.owner.query(`UPDATE mails SET status = 'QUEUED'`);
    pass(10 * MINUTES);
    await mailer.deliverDue();
    expect(headers(sink.mails[1]?.source ?? '', 'Message-ID')).toEqual([first]);
  });

  it('fails for good after a 5xx, and the organization is told in its bell', async () => {
    sink.mode = 'refuse';
    await order('refused');
    await mailer.deliverDue();
    expect(await rows()).toMatchObject([{ status: 'FAILED', attempts: 1 }]);
    pass(60 * MINUTES);
    expect(await mailer.deliverDue()).toBe(0);
    const { rows: events } = await test.database.owner.query<{ id: string }>(
      `SELECT event_id AS id FROM outbox WHERE type = 'mail.failed'`,
    );
    expect(events).toHaveLength(1);
    await test.app.get(Reactions).run(events[0]?.id ?? '');
    const head = await test.as(test.world.employer.people.head);
    const { items } = (await head.get('/notifications')).body as { items: { kind: string }[] };
    expect(items.map(({ kind }) => kind)).toContain('MAIL_FAILED');
  });

  it('is given up after three days of trying', async () => {
    sink.mode = 'busy';
    await order('old');
    pass(3 * 24 * 60 * MINUTES + MINUTES);
    await mailer.deliverDue();
    expect(await rows()).toMatchObject([{ status: 'FAILED' }]);
  });

  it('goes to another sender when the first one died with it', async () => {
    await order('orphan');
    await test.database.owner.query(
      `UPDATE mails SET attempts = 1, next_attempt_at = $1::timestamptz + interval '2 minutes'`,
      [test.clock.now()],
    );
    expect(await mailer.deliverDue()).toBe(0);
    pass(3 * MINUTES);
    await mailer.deliverDue();
    expect(await rows()).toMatchObject([{ status: 'SENT', attempts: 2 }]);
  });

  it('that is out is noted down once, though PostgreSQL was away in that moment', async () => {
    let back: Promise<void> | undefined;
    sink.meanwhile = async () => {
      const letIn = await test.database.shutOut();
      back = sleep(1_500).then(letIn);
    };
    await order('out');
    await mailer.deliver((await rows())[0]?.id ?? '');
    await back;
    expect(await rows()).toMatchObject([{ status: 'SENT', attempts: 1 }]);
    pass(3 * MINUTES);
    await mailer.deliverDue();
    expect(sink.mails).toHaveLength(1);
  });

  it('is not sent when there is nothing left to tell', async () => {
    letter = undefined;
    await order('moot');
    await mailer.deliverDue();
    expect(sink.mails).toEqual([]);
    expect(await rows()).toMatchObject([{ status: 'CANCELLED' }]);
  });

  it('cannot be given further headers or recipients by what stands in names and subjects', async () => {
    const attacks = [
      'Тема\r\nBcc: victim@example.test',
      'Тема\nTo: victim@example.test\n\nтело',
      'a\u2028Bcc: victim@example.test',
      'a\u0000\u0085b',
      `${'длинная '.repeat(100)}\r\nX-Evil: 1`,
    ];
    for (const [number, subject] of attacks.entries()) {
      letter = { subject, paragraphs: [subject, '<script>alert(1)</script>'], items: [subject] };
      await order(`attack-${number}`);
      await mailer.deliverDue();
    }
    expect(sink.mails).toHaveLength(attacks.length);
    for (const { to, source } of sink.mails) {
      expect(to).toEqual([test.world.employer.profileEmail]);
      expect(headers(source, 'Subject')).toHaveLength(1);
      expect(headers(source, 'To')).toHaveLength(1);
      expect(headers(source, 'Bcc')).toEqual([]);
      expect(headers(source, 'X-Evil')).toEqual([]);
    }
    const { rows: html } = await test.database.owner.query<{ html_body: string }>(
      'SELECT html_body FROM mails',
    );
    expect(html.every(({ html_body }) => !html_body.includes('<script>'))).toBe(true);
  });

  it.each([
    'a@b.test, c@d.test',
    'a@b.test\r\nRCPT TO:<c@d.test>',
    'Имя <a@b.test>',
    'a@b.test;c@d.test',
    '',
  ])('is refused for a profile address that is not one mailbox: %j', async (address) => {
    await test.database.owner.query('UPDATE organizations SET profile_email = $2 WHERE id = $1', [
      test.world.employer.id,
      address,
    ]);
    await order(`address-${address}`);
    await mailer.deliverDue();
    expect(sink.mails).toEqual([]);
    expect(await rows()).toMatchObject([{ status: 'FAILED' }]);
    await test.database.owner.query('UPDATE organizations SET profile_email = $2 WHERE id = $1', [
      test.world.employer.id,
      test.world.employer.profileEmail,
    ]);
  });

  it('is cut off a server that hangs, and tried again later', async () => {
    sink.mode = 'hang';
    const transport = new SmtpTransport(test.config.smtpUrl ?? '', 'a@b.test', 'http://localhost', 400);
    const started = Date.now();
    const mail = { key: 'k', recipient: 'a@b.test', subject: 's', text: 't', html: 'h' };
    await expect(transport.send(mail)).resolves.toMatchObject({ result: 'later' });
    expect(Date.now() - started).toBeLessThan(5_000);
  });

  it('waits for a server that is not there', async () => {
    const transport = new SmtpTransport('smtp://127.0.0.1:1', 'a@b.test', 'http://localhost');
    const mail = { key: 'k', recipient: 'a@b.test', subject: 's', text: 't', html: 'h' };
    await expect(transport.send(mail)).resolves.toMatchObject({ result: 'later' });
    await sleep(0);
  });
});

describe('the visible outbox', () => {
  it('shows the mail of demo organizations only, and nothing at all outside a demo', async () => {
    await order('seen');
    await mailer.deliverDue();
    expectStatus(await test.anonymous.get('/demo/mails'), 404);
    await test.database.owner.query('UPDATE organizations SET demo = true WHERE id = $1', [
      test.world.foreignEmployer.id,
    ]);
    expect(expectStatus(await test.anonymous.get('/demo/mails'), 200).body).toEqual({ items: [] });
    await test.database.owner.query('UPDATE organizations SET demo = true WHERE id = $1', [
      test.world.employer.id,
    ]);
    const { items } = expectStatus(await test.anonymous.get('/demo/mails'), 200).body as {
      items: Record<string, unknown>[];
    };
    expect(items).toMatchObject([{ to: test.world.employer.profileEmail, subject: 'Тема', status: 'SENT' }]);
    await test.database.owner.query('UPDATE organizations SET demo = false');
  });

  it('takes the place of a mail server where there is none: the mail counts as sent', async () => {
    const { CapturingTransport } = await import('../../src/core/mail/index.js');
    await expect(new CapturingTransport().send()).resolves.toEqual({ result: 'sent' });
  });
});

import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../clock/index.js';
import { Database, type Transaction } from '../database/index.js';
import { asRefusal } from '../errors/index.js';
import { appendEvent, Signals } from '../events/index.js';
import { defineJob, Jobs } from '../jobs/index.js';
import { letterHtml, letterText, tidyLetter } from './letter.js';
import { MailTemplates, type MailParameters } from './mail-templates.js';
import { MailTransport, type Delivery, type OutgoingMail } from './mail-transport.js';
import {
  CLAIM_MAIL,
  DUE_MAILS,
  KEEP_LETTER,
  POSTPONE_MAIL,
  QUEUE_MAIL,
  SETTLE_MAIL,
  type ClaimedMail,
} from './mails.commands.js';

const DELIVER = defineJob<{ mailId: string }>({ name: 'mail.deliver', queue: 'mail' });
const SWEEP = defineJob({ name: 'mail.sweep', queue: 'schedule', schedule: '* * * * *', atStart: true });

/** Mails one sweep puts into the queue. */
const BATCH = 5_000;
/** A sender that has not settled a mail by then is taken for dead, and the mail goes to another one. */
const LEASE_MS = 120_000;
/** How long what came of a mail is held on to while the database is away: a process that must end has no more time. */
const SETTLE_WITHIN_MS = 8_000;
const SETTLE_PAUSE_MS = 1_000;
const FIRST_PAUSE_MS = 15_000;
/** Short enough that what a mail server's outage has held up leaves within minutes of its end (F8). */
const LONGEST_PAUSE_MS = 120_000;
/** A mail that could not be delivered for so long is given up. */
const GIVE_UP_MS = 3 * 24 * 3600 * 1000;

/** A mail as a reaction asks for it. */
export interface MailOrder {
  /** What causes it; one mail per key, ever. */
  readonly key: string;
  /** Whose mail it is: its profile's address gets it, unless an addressee is named. */
  readonly organizationId: string;
  readonly addressee?: string;
  readonly template: string;
  readonly parameters: MailParameters;
}

/** Sends the mails of the table: at least once each, with one Message-ID, and not after they stopped being true. */
@Injectable()
export class Mailer implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly signals: Signals,
    private readonly templates: MailTemplates,
    private readonly transport: MailTransport,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(DELIVER, ({ mailId }) => this.deliver(mailId));
    this.jobs.handle(SWEEP, async () => void (await this.sweep()));
  }

  /** Orders a mail within a transaction of `Database.asJobs`; it leaves soon after the commit. */
  async order(tx: Transaction, order: MailOrder): Promise<void> {
    const { key, organizationId, addressee, template, parameters } = order;
    const now = this.clock.now();
    const values = [key, organizationId, template, JSON.stringify(parameters), now, addressee ?? null];
    await tx.query(QUEUE_MAIL, values);
    await this.signals.send(tx, 'praktika_work', 'mails');
  }

  /** Puts every due mail into the queue; the attempt is part of the job's id, so each attempt is one job. */
  async sweep(): Promise<number> {
    const due = await this.due();
    const jobs = due.map(({ id, attempts }) => ({ id: `${id}-${attempts}`, payload: { mailId: id } }));
    await this.jobs.add(DELIVER, jobs);
    return due.length;
  }

  /** Delivers every due mail here and now, one after the other; for a command by hand. */
  async deliverDue(): Promise<number> {
    for (let tried = 0; ;) {
      const due = await this.due();
      for (const { id } of due) await this.deliver(id);
      tried += due.length;
      if (due.length < BATCH) return tried;
    }
  }

  /** One attempt at one mail; nothing happens when another sender is at it or it is settled. */
  async deliver(mailId: string): Promise<void> {
    const claimed = await this.database.asJobs((tx) => this.claim(tx, mailId));
    if (!claimed) return;
    const delivery = await this.transport.send(claimed.outgoing);
    await this.settleSurely(claimed.mail, delivery);
  }

  /**
   * Writes down what the mail server answered, though the database may be away for a moment: once the letter is out,
   * forgetting it means sending it again when the lease has ended.
   */
  private async settleSurely(mail: ClaimedMail, delivery: Delivery): Promise<void> {
    const deadline = performance.now() + SETTLE_WITHIN_MS;
    for (;;) {
      try {
        await this.database.asJobs((tx) => this.settle(tx, mail, delivery));
        return;
      } catch (error) {
        if (performance.now() > deadline || asRefusal(error).code !== 'unavailable') throw error;
        await sleep(SETTLE_PAUSE_MS);
      }
    }
  }

  private due(): Promise<{ id: string; attempts: number }[]> {
    return this.database.asJobs((tx) => tx.query(DUE_MAILS, [this.clock.now(), BATCH]));
  }

  /** Takes the mail and writes its letter from what is true now; settles it at once when there is nothing to send. */
  private async claim(
    tx: Transaction,
    mailId: string,
  ): Promise<{ mail: ClaimedMail; outgoing: OutgoingMail } | undefined> {
    const now = this.clock.now();
    const [mail] = await tx.query<ClaimedMail>(CLAIM_MAIL, [mailId, now, new Date(now.getTime() + LEASE_MS)]);
    if (!mail) return undefined;
    const written = await this.templates.render(mail.template, mail.parameters, tx);
    if (!written || mail.recipient === null) {
      const reason = written ? 'the organization has no mail address' : 'no longer true';
      await tx.query(SETTLE_MAIL, [mail.id, 'CANCELLED', reason, now]);
      return undefined;
    }
    const letter = tidyLetter(written);
    const outgoing: OutgoingMail = {
      key: mail.key,
      recipient: mail.recipient.trim(),
      subject: letter.subject,
      text: letterText(letter),
      html: letterHtml(letter),
    };
    await tx.query(KEEP_LETTER, [
      mail.id,
      outgoing.recipient,
      outgoing.subject,
      outgoing.text,
      outgoing.html,
    ]);
    return { mail, outgoing };
  }

  private async settle(tx: Transaction, mail: ClaimedMail, delivery: Delivery): Promise<void> {
    const now = this.clock.now();
    if (delivery.result === 'sent') {
      await tx.query(SETTLE_MAIL, [mail.id, 'SENT', null, now]);
      return;
    }
    const tooOld = now.getTime() - Date.parse(mail.createdAt) > GIVE_UP_MS;
    if (delivery.result === 'later' && !tooOld) {
      await tx.query(POSTPONE_MAIL, [mail.id, delivery.reason, nextAttempt(now, mail.attempts)]);
      return;
    }
    await tx.query(SETTLE_MAIL, [mail.id, 'FAILED', delivery.reason, now]);
    if (mail.organizationId === null) return;
    await appendEvent(tx, now, {
      organizationId: mail.organizationId,
      type: 'mail.failed',
      objectType: 'mail',
      objectId: mail.id,
      after: {},
    });
    await this.signals.send(tx, 'praktika_work', 'events');
  }
}

/** Doubling pauses up to a limit, each up to a half longer by chance, so that a recovering server is not stormed. */
function nextAttempt(now: Date, attempts: number): Date {
  const pause = Math.min(FIRST_PAUSE_MS * 2 ** (attempts - 1), LONGEST_PAUSE_MS);
  return new Date(now.getTime() + pause * (1 + Math.random() / 2));
}

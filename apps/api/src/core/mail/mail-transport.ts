import { createHash } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import { createTransport } from 'nodemailer';
import type SMTPTransport from 'nodemailer/lib/smtp-transport/index.js';

/** A mail ready to go. */
export interface OutgoingMail {
  /** What caused it; the Message-ID is made from it, so that a repeated mail can be told from a new one. */
  readonly key: string;
  readonly recipient: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** What became of it. `refused` is for good (5xx); `later` is worth another attempt. */
export type Delivery =
  | { readonly result: 'sent' }
  | { readonly result: 'refused'; readonly reason: string }
  | { readonly result: 'later'; readonly reason: string };

/** The way out for mail. */
export abstract class MailTransport {
  /** Never throws: every failure is a result. */
  abstract send(mail: OutgoingMail): Promise<Delivery>;
}

/** Without a mail server: the mail stays in the table, where the demo's page shows it. */
export class CapturingTransport extends MailTransport {
  send(): Promise<Delivery> {
    return Promise.resolve({ result: 'sent' });
  }
}

/** One address and nothing that a mail server could take for two. */
const MAILBOX = /^[^\s<>@,;:"()[\]\\]+@[^\s<>@,;:"()[\]\\]+$/;

/** A mail server that has not taken the mail within this time is cut off (reliability.md F8). */
const LIMIT_MS = 30_000;

/** SMTP by `smtp://` (STARTTLS when offered) or `smtps://` (TLS from the first byte). */
export class SmtpTransport extends MailTransport {
  private readonly server: URL;
  private readonly host: string;

  /**
   * @param url address of the mail server, with user and password if it wants them
   * @param from the sender of every mail
   * @param publicUrl address of the site; its host names our Message-IDs
   * @param limitMs how long a server may take
   */
  constructor(
    url: string,
    private readonly from: string,
    publicUrl: string,
    private readonly limitMs: number = LIMIT_MS,
  ) {
    super();
    this.server = new URL(url);
    this.host = new URL(publicUrl).hostname;
  }

  async send(mail: OutgoingMail): Promise<Delivery> {
    if (!MAILBOX.test(mail.recipient)) return { result: 'refused', reason: 'not a mail address' };
    let socket: Socket | undefined;
    const transport = createTransport(this.options((opened) => (socket = opened)));
    let timer: NodeJS.Timeout | undefined;
    const limit = new Promise<Delivery>((resolve) => {
      timer = setTimeout(
        () => resolve({ result: 'later', reason: 'the mail server took too long' }),
        this.limitMs,
      );
    });
    const sending = transport
      .sendMail({
        from: this.from,
        to: { name: '', address: mail.recipient },
        subject: mail.subject,
        text: mail.text,
        html: mail.html,
        messageId: `<${createHash('sha256').update(mail.key).digest('hex').slice(0, 40)}@${this.host}>`,
        headers: { 'Auto-Submitted': 'auto-generated' },
        disableFileAccess: true,
        disableUrlAccess: true,
      })
      .then((): Delivery => ({ result: 'sent' }), deliveryOf);
    const delivery = await Promise.race([sending, limit]);
    clearTimeout(timer);
    socket?.destroy();
    transport.close();
    return delivery;
  }

  /** The socket is ours, so that a server that hangs can be cut off. */
  private options(opened: (socket: Socket) => void): SMTPTransport.Options {
    const { protocol, hostname, username, password } = this.server;
    const secure = protocol === 'smtps:';
    const port = Number(this.server.port) || (secure ? 465 : 587);
    return {
      host: hostname,
      port,
      secure,
      auth: username ? { user: decodeURIComponent(username), pass: decodeURIComponent(password) } : undefined,
      greetingTimeout: this.limitMs,
      socketTimeout: this.limitMs,
      getSocket: (_options, callback) => {
        const socket = connect({ host: hostname, port });
        opened(socket);
        socket.once('error', (error) => callback(error, undefined));
        socket.once('connect', () => callback(null, { connection: socket }));
      },
    };
  }
}

/** A 5xx to the envelope or the message is final; a refused sign-in is our own mistake and may be mended. */
function deliveryOf(error: unknown): Delivery {
  const { code, responseCode, message } = error as Error & { code?: string; responseCode?: number };
  const final = (responseCode ?? 0) >= 500 && (code === 'EENVELOPE' || code === 'EMESSAGE');
  return {
    result: final ? 'refused' : 'later',
    reason: `${responseCode ?? code ?? ''} ${message}`.trim().slice(0, 300),
  };
}

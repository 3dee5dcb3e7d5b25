import { Inject, Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import pg from 'pg';
import { CONFIG, type Config } from '../config/index.js';
import { Database, type Statement, type Transaction } from '../database/index.js';

/**
 * `praktika_work`: there is something to do in a table; `praktika_live`: something a person looks at has changed;
 * `praktika_reference`: reference data that processes keep have changed.
 */
export const CHANNELS = ['praktika_work', 'praktika_live', 'praktika_reference'] as const;

export type Channel = (typeof CHANNELS)[number];

/** Told to listeners after the connection was lost: what was signalled meanwhile is not known. */
export const MISSED = '';

type Listener = (payload: string) => void;

const NOTIFY: Statement = { name: 'signals.notify', text: 'SELECT pg_notify($1, $2)' };
const LISTEN = CHANNELS.map((channel) => `LISTEN ${channel}`).join('; ');
const RECONNECT_MS = [100, 500, 1_000, 2_000, 5_000] as const;

/**
 * Signals between processes through PostgreSQL: one LISTEN connection per process (domain.md §8.14), opened when
 * somebody first listens and opened again whenever it breaks. A signal only says "look"; it carries ids at most, and
 * whoever depends on it also looks by itself now and then.
 */
@Injectable()
export class Signals implements BeforeApplicationShutdown {
  private readonly logger = new Logger('Signals');
  private readonly listeners = new Map<Channel, Set<Listener>>();
  private client: pg.Client | undefined;
  private started = false;
  private closing = false;
  private failures = 0;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: Database,
  ) {}

  /** Calls the listener for every signal of the channel, and with MISSED after a lost connection. */
  on(channel: Channel, listener: Listener): void {
    const known = this.listeners.get(channel) ?? new Set();
    this.listeners.set(channel, known.add(listener));
    if (this.started) return;
    this.started = true;
    void this.connect();
  }

  /** Signals when the transaction commits, and never if it does not. */
  async send(tx: Transaction, channel: Channel, payload: string): Promise<void> {
    await tx.query(NOTIFY, [channel, payload]);
  }

  /** Signals at once. */
  async sendNow(channel: Channel, payload: string): Promise<void> {
    await this.database.call(NOTIFY, [channel, payload]);
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.closing = true;
    clearTimeout(this.timer);
    await this.client?.end().catch(() => undefined);
  }

  private async connect(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.config.databaseUrl,
      application_name: 'praktika-signals',
      keepAlive: true,
      keepAliveInitialDelayMillis: 10_000,
      connectionTimeoutMillis: 5_000,
    });
    client.on('error', (error) => this.lost(client, error));
    client.on('end', () => this.lost(client));
    client.on('notification', ({ channel, payload }) => this.tell(channel as Channel, payload ?? ''));
    this.client = client;
    try {
      await client.connect();
      await client.query(LISTEN);
      if (this.failures > 0) for (const channel of CHANNELS) this.tell(channel, MISSED);
      this.failures = 0;
    } catch (error) {
      this.lost(client, error);
    }
  }

  private lost(client: pg.Client, error?: unknown): void {
    if (this.client !== client || this.closing) return;
    this.client = undefined;
    void client.end().catch(() => undefined);
    if (this.failures === 0) {
      this.logger.warn(`signals lost: ${error instanceof Error ? error.message : 'connection ended'}`);
    }
    const pause = RECONNECT_MS[Math.min(this.failures, RECONNECT_MS.length - 1)];
    this.failures += 1;
    this.timer = setTimeout(() => void this.connect(), pause);
    this.timer.unref();
  }

  private tell(channel: Channel, payload: string): void {
    for (const listener of this.listeners.get(channel) ?? []) listener(payload);
  }
}

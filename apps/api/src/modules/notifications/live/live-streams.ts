import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { permissionsOf } from '@praktika/contracts';
import { sessionStanding, type SessionRow } from '../../../core/auth/auth.queries.js';
import { LONGEST_IDLE } from '../../../core/auth/authentication.js';
import { Clock } from '../../../core/clock/index.js';
import { Database } from '../../../core/database/index.js';
import { MISSED, Signals, type LiveSignal } from '../../../core/events/index.js';
import { CounterQueries } from '../counters.js';
import type { LiveStream } from './live-stream.js';

const HEARTBEAT_MS = 25_000;
/** Changes within this time make one count. */
const GATHER_MS = 100;
/** Pages one session may keep open; the oldest stream gives way. */
const STREAMS_PER_SESSION = 10;

/** All streams this process serves, by organization: a signal reaches exactly those it concerns. */
@Injectable()
export class LiveStreams implements BeforeApplicationShutdown {
  private readonly logger = new Logger('Live');
  private readonly streams = new Map<string, Set<LiveStream>>();
  private readonly stale = new Set<LiveStream>();
  private gathering: NodeJS.Timeout | undefined;
  private heart: NodeJS.Timeout | undefined;

  constructor(
    private readonly signals: Signals,
    private readonly counters: CounterQueries,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Takes a stream in; it first hears the present counters. */
  add(stream: LiveStream): void {
    if (!this.heart) this.start();
    const { organizationId, sessionId } = stream.actor;
    const known = this.streams.get(organizationId) ?? new Set();
    const ofSession = [...known].filter((other) => other.actor.sessionId === sessionId);
    if (ofSession.length >= STREAMS_PER_SESSION) ofSession[0]?.end();
    this.streams.set(organizationId, known.add(stream));
    this.recount(stream);
  }

  remove(stream: LiveStream): void {
    const { organizationId } = stream.actor;
    const known = this.streams.get(organizationId);
    known?.delete(stream);
    this.stale.delete(stream);
    if (known?.size === 0) this.streams.delete(organizationId);
  }

  /** Ends the streams whose session, membership or right is over, and lets the others know they live. */
  async beat(): Promise<void> {
    for (const stream of this.all()) {
      const holds = await this.holds(stream).catch(() => true);
      if (holds) stream.heartbeat();
      else stream.end();
    }
  }

  beforeApplicationShutdown(): void {
    clearInterval(this.heart);
    clearTimeout(this.gathering);
    for (const stream of this.all()) stream.end();
  }

  private start(): void {
    this.signals.on('praktika_live', (payload) => this.hear(payload));
    this.heart = setInterval(() => void this.beat(), HEARTBEAT_MS);
    this.heart.unref();
  }

  private hear(payload: string): void {
    if (payload === MISSED) {
      for (const stream of this.all()) this.recount(stream);
      return;
    }
    const { organizationIds, personId, document } = JSON.parse(payload) as LiveSignal;
    for (const organization of organizationIds) {
      for (const stream of this.streams.get(organization) ?? []) {
        if (personId !== undefined && stream.actor.personId !== personId) continue;
        if (document) stream.document(document.id, document.version);
        this.recount(stream);
      }
    }
  }

  private recount(stream: LiveStream): void {
    this.stale.add(stream);
    this.gathering ??= setTimeout(() => {
      this.gathering = undefined;
      const counted = [...this.stale];
      this.stale.clear();
      for (const one of counted) void this.count(one);
    }, GATHER_MS);
  }

  private async count(stream: LiveStream): Promise<void> {
    try {
      stream.counters(await this.counters.of(stream.actor));
    } catch (error) {
      this.logger.warn(`counters not told: ${String(error)}`);
    }
  }

  private async holds({ actor }: LiveStream): Promise<boolean> {
    const values = [actor.sessionId, this.clock.now(), LONGEST_IDLE];
    const [row] = await this.database.call<SessionRow>(sessionStanding(), values);
    return (
      row?.organization_id === actor.organizationId && permissionsOf(row.roles).has('notifications:read')
    );
  }

  private all(): LiveStream[] {
    return [...this.streams.values()].flatMap((streams) => [...streams]);
  }
}

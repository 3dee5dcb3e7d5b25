import { Refusal } from '../errors/index.js';

const MINUTE_MS = 60_000;

/** Addresses remembered at once; past it the oldest are forgotten. */
const MAX_ADDRESSES = 50_000;

/** So many requests of one address per minute, counted in this process (reliability.md §2.3). */
export class RequestQuota {
  private readonly windows = new Map<string, { readonly startedAt: number; count: number }>();

  constructor(private readonly perMinute: number) {}

  /** Counts a request. @throws Refusal `rate_limited` with Retry-After */
  take(address: string): void {
    const now = performance.now();
    const window = this.windows.get(address);
    if (!window || now - window.startedAt >= MINUTE_MS) return this.open(address, now);
    window.count += 1;
    if (window.count <= this.perMinute) return;
    const seconds = Math.ceil((window.startedAt + MINUTE_MS - now) / 1000);
    throw new Refusal('rate_limited', {
      detail: `Не больше ${this.perMinute} запросов в минуту. Повторите через ${seconds} с.`,
      headers: { 'retry-after': String(seconds) },
    });
  }

  private open(address: string, now: number): void {
    this.windows.delete(address);
    this.windows.set(address, { startedAt: now, count: 1 });
    if (this.windows.size <= MAX_ADDRESSES) return;
    const [oldest] = this.windows.keys();
    if (oldest !== undefined) this.windows.delete(oldest);
  }
}

import { Inject, Injectable } from '@nestjs/common';
import {
  isSelfIssued,
  parseCertificate,
  parseCrl,
  type Certificate,
  type CertificateRevocationList,
  type ParsedTrust,
} from '@praktika/signing';
import { Clock } from '../../../core/clock/index.js';
import { CONFIG, type Config } from '../../../core/config/index.js';
import { Database, type Statement } from '../../../core/database/index.js';
import { ParsedCache } from './parsed-cache.js';
import { REVOCATION_LISTS, TRUSTED_CERTIFICATES, type TrustedCertificateRow } from './trust.queries.js';

/** How long what was read stays good: a withdrawn authority or a new list takes effect within it. */
const FRESH_MS = 30_000;

/** Whom the installation trusts, as known at an instant. */
export interface TrustSnapshot extends ParsedTrust {
  /** SHA-256 of each list, for the record of a verdict. */
  readonly listHashes: ReadonlyMap<CertificateRevocationList, string>;
  /** The demo centre: what it certifies has no legal force. */
  readonly test: boolean;
}

/**
 * Anchors, intermediates and revocation lists of the one trust profile this installation runs with: the demo centre
 * is never trusted in production and the other way round (signatures.md §5). Parsed once and kept by hash.
 */
@Injectable()
export class TrustStore {
  private readonly certificates = new ParsedCache(parseCertificate);
  private readonly lists = new ParsedCache(parseCrl);
  private present?: { readonly readAt: number; readonly snapshot: TrustSnapshot };

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Trust as of now; what was read moments ago is used again. */
  async current(): Promise<TrustSnapshot> {
    const now = this.clock.now();
    const age = this.present ? Math.abs(now.getTime() - this.present.readAt) : Infinity;
    if (this.present && age < FRESH_MS) return this.present.snapshot;
    return this.refresh();
  }

  /** Trust as of now, read anew: for a verdict that would otherwise be "try later". */
  async refresh(): Promise<TrustSnapshot> {
    const now = this.clock.now();
    const snapshot = await this.asOf(now);
    this.present = { readAt: now.getTime(), snapshot };
    return snapshot;
  }

  /** Today's anchors with the revocation lists that were out by a past instant: for judging a signature again. */
  async asOf(instant: Date): Promise<TrustSnapshot> {
    const kind = this.config.trustProfile;
    const certificates = await this.load(this.certificates, TRUSTED_CERTIFICATES, [kind]);
    const lists = await this.load(this.lists, REVOCATION_LISTS, [kind, instant]);
    const all = [...certificates.keys()];
    return {
      anchors: all.filter(isSelfIssued),
      intermediates: all.filter((certificate) => !isSelfIssued(certificate)),
      crls: [...lists.keys()],
      listHashes: lists,
      test: kind === 'demo',
    };
  }

  /** Reads rows, sending for bytes only where they are not parsed yet. @returns parsed → hash */
  private async load<Parsed extends Certificate | CertificateRevocationList>(
    cache: ParsedCache<Parsed>,
    statement: Statement,
    values: readonly unknown[],
  ): Promise<Map<Parsed, string>> {
    const rows = await this.database.call<TrustedCertificateRow>(statement, [...values, cache.hashes()]);
    return new Map(rows.map(({ sha256, der }) => [cache.get(sha256, der), sha256]));
  }
}

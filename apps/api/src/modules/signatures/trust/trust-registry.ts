import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { isSelfIssued, type Certificate, type CertificateRevocationList } from '@praktika/signing';
import { Clock } from '../../../core/clock/index.js';
import { Database, type Transaction } from '../../../core/database/index.js';
import { newId } from '../../../core/ids/index.js';
import { ADD_CERTIFICATE, ADD_REVOCATION_LIST, NEWEST_LIST, WITHDRAW_CERTIFICATES } from './trust.queries.js';

export type TrustKind = 'demo' | 'production';

/** What to add to the trust of an installation. */
export interface TrustAdditions {
  readonly certificates?: readonly Certificate[];
  readonly crls?: readonly CertificateRevocationList[];
}

/** SHA-256 of DER bytes, hexadecimal. */
export const derHash = (der: Uint8Array): string => createHash('sha256').update(der).digest('hex');

/** Writes whom the installation trusts. Scheduled work and the seed only; nothing of it comes from a request. */
@Injectable()
export class TrustRegistry {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Adds certificates and lists; those already there stay as they are. A list without an end is never fresh: skipped. */
  async add(kind: TrustKind, { certificates = [], crls = [] }: TrustAdditions): Promise<void> {
    if (certificates.length + crls.length === 0) return;
    await this.database.asJobs(async (tx) => {
      for (const certificate of certificates) await this.addCertificate(tx, kind, certificate);
      for (const list of crls) await this.addList(tx, kind, list);
    });
  }

  /** Ends the trust in certificates from now on. */
  async withdraw(certificates: readonly Certificate[]): Promise<void> {
    if (certificates.length === 0) return;
    const hashes = certificates.map(({ der }) => derHash(der));
    await this.database.asJobs((tx) => tx.query(WITHDRAW_CERTIFICATES, [hashes, this.clock.now()]));
  }

  /** When the newest revocation list of the kind came out; undefined when there is none. */
  async newestList(kind: TrustKind): Promise<Date | undefined> {
    const [row] = await this.database.call<{ newest: string | null }>(NEWEST_LIST, [kind]);
    return row?.newest ? new Date(row.newest) : undefined;
  }

  private async addCertificate(tx: Transaction, kind: TrustKind, certificate: Certificate): Promise<void> {
    const { der, subject } = certificate;
    const values = [
      newId(),
      kind,
      isSelfIssued(certificate),
      nameText(subject),
      Buffer.from(der),
      derHash(der),
    ];
    await tx.query(ADD_CERTIFICATE, [...values, this.clock.now()]);
  }

  private async addList(tx: Transaction, kind: TrustKind, list: CertificateRevocationList): Promise<void> {
    const { der, issuer, thisUpdate, nextUpdate } = list;
    if (!nextUpdate) return;
    const values = [derHash(der), kind, nameKey(issuer), Buffer.from(der), thisUpdate, nextUpdate];
    await tx.query(ADD_REVOCATION_LIST, [...values, this.clock.now()]);
  }
}

/** A name for people. */
function nameText({ attributes }: Certificate['subject']): string {
  return attributes.map(({ value }) => value).join(', ');
}

/** A name for grouping: its exact bytes, because two names may read the same. */
function nameKey({ der }: Certificate['subject']): string {
  return derHash(der);
}

import { Injectable } from '@nestjs/common';
import type { Statement, Transaction } from '../../core/database/index.js';
import { newId } from '../../core/ids/index.js';

/** The two sides of a partnership. */
export interface Pair {
  readonly employerId: string;
  readonly educationId: string;
}

/** Values: id, employer, educational organization, now. */
const ENSURE: Statement = {
  name: 'partnerships.ensure',
  text: `INSERT INTO partnerships (id, employer_id, education_organization_id, status, started_at)
         VALUES ($1, $2, $3, 'ACTIVE', $4)
         ON CONFLICT (employer_id, education_organization_id) WHERE status = 'ACTIVE' DO NOTHING`,
};

/** The partnership of two organizations stays active until the transaction ends. Values: employer, educational one. */
const HOLD: Statement = {
  name: 'partnerships.hold',
  text: `SELECT 1 FROM partnerships
          WHERE employer_id = $1 AND education_organization_id = $2 AND status = 'ACTIVE' FOR SHARE`,
};

/** Partnerships as consequences of accepted applications and responses (domain.md §4.5, §4.7). */
@Injectable()
export class PartnershipStore {
  /** The two are partners from now on; nothing happens when they already are. */
  async ensure(tx: Transaction, { employerId, educationId }: Pair, now: Date): Promise<void> {
    await tx.query(ENSURE, [newId(), employerId, educationId, now]);
  }

  /** Keeps the partnership from being ended before the transaction is over; false when there is none. */
  async hold(tx: Transaction, { employerId, educationId }: Pair): Promise<boolean> {
    return (await tx.query(HOLD, [employerId, educationId])).length > 0;
  }
}

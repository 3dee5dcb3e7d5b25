import { Injectable } from '@nestjs/common';
import { effectiveTerms, type AppliedChange, type ContractTerms } from '@praktika/contracts';
import { Database } from '../../core/database/index.js';
import type { VisibleDocument } from '../documents/index.js';
import { CONCLUDED_AMENDMENTS, type AgreementRow } from './agreements.queries.js';

/** A date after every change. */
const END_OF_TIME = '9999-12-31';

/** A change with the title of the agreement that made it. */
export interface NamedChange extends AppliedChange {
  readonly agreementTitle: string;
}

export interface TermsInForce {
  readonly terms: ContractTerms;
  readonly applied: readonly NamedChange[];
  /** Agreed upon, but not in force on the date asked for. */
  readonly upcoming: readonly NamedChange[];
}

/** The terms of a contract in force on a date: whatever depends on a contract's terms asks here (domain.md §4.4). */
@Injectable()
export class EffectiveTermsReader {
  constructor(private readonly database: Database) {}

  /**
   * @param on local date of the reader's organization, `YYYY-MM-DD`
   */
  async read(contract: VisibleDocument, on: string): Promise<TermsInForce> {
    const { row, projection, actor } = contract;
    const agreements = await this.database.read<AgreementRow>(actor, CONCLUDED_AMENDMENTS, [row.id]);
    const concluded: ContractTerms = {
      ...(projection.draft?.terms ?? contract.currentRevision?.terms ?? {}),
      seats: row.seats,
      responsible: row.responsible,
    };
    const known = agreements.map(({ id, date, changes }) => ({ id, date, changes: changes ?? [] }));
    const titles = new Map(agreements.map(({ id, title }) => [id, title]));
    const named = (change: AppliedChange): NamedChange => ({
      ...change,
      agreementTitle: titles.get(change.agreementId) ?? '',
    });
    const { terms, applied } = effectiveTerms(concluded, known, on);
    const all = effectiveTerms(concluded, known, END_OF_TIME).applied;
    return {
      terms,
      applied: applied.map(named),
      upcoming: all.filter(({ effectiveFrom }) => effectiveFrom > on).map(named),
    };
  }
}

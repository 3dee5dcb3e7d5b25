import { Injectable } from '@nestjs/common';
import { searchText } from '@praktika/contracts';
import type { Actor } from '../../core/access/index.js';
import { Database, escapeLike } from '../../core/database/index.js';
import { Cursors } from '../../core/http/index.js';
import { historyLineOf, type HistoryRow } from './history.view.js';
import { applicationOf, offers, rowOf, type ContractProposal } from './application.view.js';
import {
  APPLICATION_HISTORY,
  APPLICATIONS,
  DRAFTED_CONTRACTS,
  FRAMEWORK_IN_FORCE,
  type ApplicationRow,
  type DraftedContract,
} from './applications.queries.js';
import type { ApplicationDto, ApplicationHistoryDto, ApplicationsPageDto } from './dto/application.dto.js';
import type { ApplicationsQueryDto } from './dto/applications-query.dto.js';
import { ApplicationStore } from './engine/application-store.js';
import { VisibleApplication } from './engine/visible-application.js';

/** A position above every application. */
const TOP = ['infinity', 'ffffffff-ffff-ffff-ffff-ffffffffffff'] as const;

/** Reads of applications: the list, the card, its timeline. */
@Injectable()
export class Applications {
  constructor(
    private readonly database: Database,
    private readonly store: ApplicationStore,
    private readonly cursors: Cursors,
  ) {}

  /** @throws Refusal `invalid_cursor` for a cursor of another organization or filter */
  async page(actor: Actor, query: ApplicationsQueryDto): Promise<ApplicationsPageDto> {
    const { cursor, limit, ...filter } = query;
    const binding = `applications\n${actor.organizationId}\n${JSON.stringify(Object.entries(filter).sort())}`;
    const [at, id] = cursor === undefined ? TOP : this.cursors.open(cursor, binding);
    const text = escapeLike(searchText(query.q));
    const rows = await this.database.read<ApplicationRow>(actor, APPLICATIONS, [
      actor.organizationId,
      query.direction ?? null,
      query.kind ?? null,
      query.status ?? null,
      query.partnerId ?? null,
      text,
      at,
      id,
      limit + 1,
    ]);
    const shown = rows.slice(0, limit);
    const last = rows.length > limit ? shown.at(-1) : undefined;
    return {
      items: shown.map((row) => rowOf(new VisibleApplication(row, actor))),
      nextCursor: last ? this.cursors.seal([last.position, last.id], binding) : null,
    };
  }

  async card(actor: Actor, id: string): Promise<ApplicationDto> {
    return this.cardOf(await this.store.read(actor, id));
  }

  /** The card of an application that has just been read. */
  async cardOf(application: VisibleApplication): Promise<ApplicationDto> {
    const { row, actor } = application;
    const contracts = await this.database.read<DraftedContract>(actor, DRAFTED_CONTRACTS, [
      row.id,
      actor.organizationId,
    ]);
    const proposal = offers(application, 'draft-contract') ? await this.proposal(application) : undefined;
    return applicationOf(application, contracts, proposal);
  }

  /** What is drafted from it: a framework contract for a partnership, else an annex where there is one in force. */
  async proposal({ row, actor }: VisibleApplication): Promise<ContractProposal> {
    if (row.kind === 'PARTNERSHIP') return { kind: 'FRAMEWORK_CONTRACT' };
    const values = [actor.organizationId, row.employerId, row.educationId];
    const [parent] = await this.database.read<{ id: string; title: string }>(
      actor,
      FRAMEWORK_IN_FORCE,
      values,
    );
    return parent ? { kind: 'FRAMEWORK_ANNEX', parent } : { kind: 'PERIOD_CONTRACT' };
  }

  async history(actor: Actor, id: string): Promise<ApplicationHistoryDto> {
    const { row } = await this.store.read(actor, id);
    const rows = await this.database.read<HistoryRow>(actor, APPLICATION_HISTORY, [
      row.id,
      actor.organizationId,
    ]);
    return { items: rows.map(historyLineOf) };
  }
}

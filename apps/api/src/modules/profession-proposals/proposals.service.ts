import { Injectable } from '@nestjs/common';
import { PROFESSION_LIMITS } from '@praktika/contracts';
import type { Actor } from '../../core/access/index.js';
import { Database, type Statement } from '../../core/database/index.js';
import { Cursors } from '../../core/http/index.js';
import { Professions } from '../professions/index.js';
import { wordsPattern } from '../reference-data/index.js';
import type {
  ModeratedProposalsPageDto,
  PendingCountDto,
  ProposalDto,
  ProposalsPageDto,
} from './dto/proposal.dto.js';
import type { ModeratedProposalsQueryDto, ProposalsQueryDto } from './dto/proposals-query.dto.js';
import { ProposalStore } from './engine/proposal-store.js';
import { VisibleProposal } from './engine/visible-proposal.js';
import { proposalOf, rowOf } from './proposal.view.js';
import {
  DECIDED,
  PENDING,
  PROPOSAL_HISTORY,
  PROPOSALS,
  QUEUE,
  type ProposalHistoryRow,
  type ProposalRow,
} from './proposals.queries.js';

/** A position above everything that is listed newest first, and one before all that is listed oldest first. */
const TOP = ['infinity', 'ffffffff-ffff-ffff-ffff-ffffffffffff'] as const;
const BEGINNING = ['-infinity', '00000000-0000-0000-0000-000000000000'] as const;

/** A list with the place its first page begins at. */
interface Listing {
  readonly statement: Statement;
  readonly start: readonly [instant: string, id: string];
}

const OWN: Listing = { statement: PROPOSALS, start: TOP };
const WAITING: Listing = { statement: QUEUE, start: BEGINNING };
const PAST: Listing = { statement: DECIDED, start: TOP };

/** Reads of proposals: the author's list, the moderator's queue, the card. */
@Injectable()
export class Proposals {
  constructor(
    private readonly database: Database,
    private readonly store: ProposalStore,
    private readonly professions: Professions,
    private readonly cursors: Cursors,
  ) {}

  /** @throws Refusal `invalid_cursor` for a cursor of another organization or filter */
  page(actor: Actor, query: ProposalsQueryDto): Promise<ProposalsPageDto> {
    return this.pageOf(actor, OWN, query);
  }

  /** The moderator's queue, or what has been decided. @throws Refusal `invalid_cursor` */
  async moderated(actor: Actor, query: ModeratedProposalsQueryDto): Promise<ModeratedProposalsPageDto> {
    const listing = query.status === 'PENDING_MODERATION' ? WAITING : PAST;
    const [page, pending] = await Promise.all([
      this.pageOf(actor, listing, { ...query, status: [query.status] }),
      this.pending(actor),
    ]);
    return { ...page, pending };
  }

  async card(actor: Actor, id: string): Promise<ProposalDto> {
    return this.cardOf(await this.store.read(actor, id));
  }

  /** The card of a proposal that has just been read. */
  async cardOf(proposal: VisibleProposal): Promise<ProposalDto> {
    const { row, actor } = proposal;
    const [specialties, history] = await Promise.all([
      this.professions.named(actor, row.specialtyCodes),
      this.database.read<ProposalHistoryRow & Record<string, unknown>>(actor, PROPOSAL_HISTORY, [
        row.id,
        actor.organizationId,
      ]),
    ]);
    return proposalOf(proposal, specialties, history);
  }

  private async pageOf(
    actor: Actor,
    { statement, start }: Listing,
    query: ProposalsQueryDto,
  ): Promise<ProposalsPageDto> {
    const { cursor, limit, ...filter } = query;
    const binding = `${statement.name}\n${actor.organizationId}\n${JSON.stringify(Object.entries(filter).sort())}`;
    const [instant, id] = cursor === undefined ? start : this.cursors.open(cursor, binding);
    const rows = await this.database.read<ProposalRow>(actor, statement, [
      actor.organizationId,
      query.status ?? null,
      query.areaCode ?? null,
      wordsPattern(query.q),
      instant,
      id,
      limit + 1,
    ]);
    const shown = rows.slice(0, limit);
    const last = rows.length > limit ? shown.at(-1) : undefined;
    return {
      items: shown.map((row) => rowOf(new VisibleProposal(row, actor))),
      nextCursor: last ? this.cursors.seal([last.position, last.id], binding) : null,
    };
  }

  private async pending(actor: Actor): Promise<PendingCountDto> {
    const most = PROFESSION_LIMITS.pending;
    const [row] = await this.database.read<{ pending: string }>(actor, PENDING, [most + 1]);
    const found = Number(row?.pending ?? 0);
    return found > most ? { value: most, relation: 'gte' } : { value: found, relation: 'eq' };
  }
}

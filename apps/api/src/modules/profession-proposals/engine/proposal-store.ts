import { Injectable } from '@nestjs/common';
import {
  PROPOSAL_STATUS_LABELS,
  type ProposalAction,
  type ProposalState,
  type ProposalStatus,
} from '@praktika/contracts';
import { validate as isUuid } from 'uuid';
import type { Actor } from '../../../core/access/index.js';
import { Clock } from '../../../core/clock/index.js';
import { Database, type Transaction } from '../../../core/database/index.js';
import { notFound } from '../../../core/errors/index.js';
import { appendSharedEvent, EventRelay } from '../../../core/events/index.js';
import { appendHistory } from '../../../core/history/index.js';
import { decideMove, movedOn, staleVersion } from '../../../core/lifecycle/index.js';
import { MODERATORS, MOVE_PROPOSAL } from '../proposals.commands.js';
import { PROPOSAL, type ProposalRow } from '../proposals.queries.js';
import { VisibleProposal } from './visible-proposal.js';

/** A press on a proposal. */
export interface ProposalPress {
  readonly id: string;
  readonly action: ProposalAction;
  readonly version: number;
  readonly reason?: string;
}

/** Does what else a move entails, in its transaction; an approval tells what it has become in the directory. */
export type ProposalEffect = (
  tx: Transaction,
  proposal: VisibleProposal,
  now: Date,
) => Promise<{ readonly professionId?: string }>;

/** Reads of one proposal and the path of its moves: read, judge, write, all in one transaction. */
@Injectable()
export class ProposalStore {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly relay: EventRelay,
  ) {}

  /** @throws Refusal `not_found` when missing, foreign, not sent or deleted: one answer */
  read(actor: Actor, id: string): Promise<VisibleProposal> {
    return find((values) => this.database.read<ProposalRow>(actor, PROPOSAL, values), actor, id);
  }

  /** The same inside a transaction. */
  readIn(tx: Transaction, actor: Actor, id: string): Promise<VisibleProposal> {
    return find((values) => tx.query<ProposalRow>(PROPOSAL, values), actor, id);
  }

  /**
   * One transition: status, history, event and what the effect adds, all or nothing.
   * @returns the proposal afterwards; undefined when the move hid it
   * @throws Refusal 409, 403, 412 or 422 (core/lifecycle); nothing is written
   */
  async move(
    actor: Actor,
    press: ProposalPress,
    effect?: ProposalEffect,
  ): Promise<VisibleProposal | undefined> {
    const { id, action, version, reason } = press;
    const moved = await this.database.transaction(actor, async (tx) => {
      const proposal = await this.readIn(tx, actor, id);
      const to = await this.decide(tx, proposal, action, version, reason);
      const now = this.clock.now();
      const { professionId } = (await effect?.(tx, proposal, now)) ?? {};
      await this.write(tx, proposal, to, { reason, professionId, now });
      await record(tx, proposal, press, { to, professionId, now });
      return to === 'DELETED' ? undefined : this.readIn(tx, actor, id);
    });
    this.relay.wake();
    return moved;
  }

  /** Where the press leads (domain.md §0.11). */
  decide(
    tx: Transaction,
    proposal: VisibleProposal,
    action: ProposalAction,
    version: number,
    reason?: string,
  ): Promise<ProposalState> {
    const facts = { ...proposal.facts, ...(reason !== undefined && { reason }) };
    return decideMove(proposal.movable, action, version, facts, () => tooLate(tx, proposal));
  }

  /** Somebody wrote between reading and writing: 409 when it has moved on, else 412. */
  async overtaken(tx: Transaction, { actor, row }: VisibleProposal): Promise<Error> {
    const now = await this.readIn(tx, actor, row.id);
    return now.row.status === row.status ? staleVersion(now.row.version) : tooLate(tx, now);
  }

  private async write(
    tx: Transaction,
    proposal: VisibleProposal,
    to: ProposalState,
    { reason, professionId, now }: Partial<Pick<ProposalPress, 'reason'>> & Outcome,
  ): Promise<void> {
    const { id, status, version } = proposal.row;
    const said = reason ? JSON.stringify({ text: reason, at: now.toISOString() }) : null;
    const moved = await tx.query(MOVE_PROPOSAL, [id, status, version, to, said, professionId ?? null, now]);
    if (moved.length === 0) throw await this.overtaken(tx, proposal);
  }
}

interface Outcome {
  readonly professionId?: string | undefined;
  readonly now: Date;
}

async function find(
  query: (values: readonly unknown[]) => Promise<ProposalRow[]>,
  actor: Actor,
  id: string,
): Promise<VisibleProposal> {
  const [row] = isUuid(id) ? await query([id]) : [];
  if (!row) throw notFound();
  return new VisibleProposal(row, actor);
}

/** The history entry and the event: a draft is nobody's news but its author's. */
async function record(
  tx: Transaction,
  { actor, row }: VisibleProposal,
  { action, reason }: ProposalPress,
  { to, professionId, now }: Outcome & { readonly to: ProposalState },
): Promise<void> {
  const object = { objectType: 'profession_proposal', objectId: row.id } as const;
  const isModerated = row.status === 'PENDING_MODERATION' || to === 'PENDING_MODERATION';
  await appendHistory(tx, actor, now, {
    ...object,
    type: 'transition',
    shared: isModerated,
    from: row.status,
    to,
    ...(reason && { reason }),
    payload: { action, ...(professionId && { professionId }) },
  });
  const moderators = isModerated ? await tx.query<{ id: string }>(MODERATORS) : [];
  await appendSharedEvent(
    tx,
    actor,
    now,
    {
      ...object,
      type: `profession_proposal.${action}`,
      after: { status: to, version: row.version + 1, title: row.name, reason },
    },
    [row.author.id, ...moderators.map(({ id }) => id)],
  );
}

const tooLate = (tx: Transaction, { row }: VisibleProposal) =>
  movedOn(
    (statement, values) => tx.query(statement, values),
    {
      id: row.id,
      status: row.status,
      statusLabel: PROPOSAL_STATUS_LABELS[row.status as ProposalStatus],
      version: row.version,
    },
    'Предложение уже',
  );

import { Injectable } from '@nestjs/common';
import {
  OPERATION_RESULT_DAYS,
  type OperationItemStatus,
  type OperationKind,
  type OperationStatus,
} from '@praktika/contracts';
import { v7 as uuidv7, validate as isUuid } from 'uuid';
import type { Actor } from '../../core/access/index.js';
import { Clock } from '../../core/clock/index.js';
import { Database } from '../../core/database/index.js';
import { notFound, Refusal } from '../../core/errors/index.js';
import { EventRelay } from '../../core/events/index.js';
import { commitActor, type Change } from '../documents/index.js';
import {
  CANCEL,
  CANCEL_ITEMS,
  COMMIT,
  FAIL_ITEMS,
  FINISH,
  INSERT_ITEMS,
  INSERT_OPERATION,
  ITEMS,
  LEASE,
  OPERATION,
  OPERATIONS,
  PROGRESS,
  QUEUED_ITEMS,
  UNFINISHED,
  type ItemRow,
  type KeptProblem,
  type OperationResult,
  type OperationRow,
  type QueuedItem,
} from './operations.queries.js';
import type { RunningOperation } from './running-operation.js';

/** A worker that has not been heard of for this long has stopped: another one goes on. */
export const LEASE_MS = 15_000;

const DAY_MS = 24 * 3_600_000;

/** Operations of one person that may wait or run at once. */
const UNFINISHED_LIMIT = 20;

/** Operations a list shows. */
const LISTED = 50;

/** What somebody asks for. */
export interface NewOperation {
  readonly kind: OperationKind;
  readonly action?: string;
  readonly input?: object;
  /** How much there is to do, where it is known beforehand. */
  readonly total?: number;
  readonly items?: readonly {
    readonly documentId: string;
    readonly version?: number;
    readonly input?: object;
  }[];
}

/** What came of one document. */
export interface ItemMark {
  readonly position: number;
  readonly status: Extract<OperationItemStatus, 'DONE' | 'FAILED'>;
  readonly problem?: KeptProblem;
}

/** Operations as rows: asked for, watched, worked on. */
@Injectable()
export class OperationStore {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly relay: EventRelay,
  ) {}

  /**
   * Writes an operation down; it is safe from then on, whatever happens to queue and worker.
   * @throws Refusal `rate_limited` while too many of the person's are unfinished
   */
  add(actor: Actor, { kind, action, input, total, items }: NewOperation): Promise<OperationRow> {
    const id = uuidv7();
    return this.database.transaction(actor, async (tx) => {
      const [unfinished] = await tx.query<{ count: number }>(UNFINISHED, [
        actor.organizationId,
        actor.personId,
      ]);
      if (unfinished && unfinished.count >= UNFINISHED_LIMIT) throw tooMany();
      await tx.query(INSERT_OPERATION, [
        id,
        actor.organizationId,
        actor.personId,
        actor.tokenId ?? null,
        kind,
        action ?? null,
        JSON.stringify(input ?? {}),
        total ?? items?.length ?? null,
        actor.ip,
        actor.requestId,
        this.clock.now(),
      ]);
      if (items) await tx.query(INSERT_ITEMS, [id, JSON.stringify(items)]);
      const [row] = await tx.query<OperationRow>(OPERATION, [id]);
      if (!row) throw new Refusal('internal', { detail: 'an operation that its asker cannot read' });
      return row;
    });
  }

  /** @throws Refusal `not_found` for what the actor has not asked for */
  async one(actor: Actor, id: string): Promise<OperationRow> {
    if (!isUuid(id)) throw notFound();
    const [row] = await this.database.read<OperationRow>(actor, OPERATION, [id]);
    // a token reaches what it has asked for, not what its creator does in the cabinet
    const isForeign = actor.tokenId !== undefined && row?.tokenId !== actor.tokenId;
    if (!row || isForeign) throw notFound();
    return this.withoutExpired(row);
  }

  /** The latest of the actor's own. */
  async list(actor: Actor): Promise<OperationRow[]> {
    const { organizationId, personId, tokenId } = actor;
    const rows = await this.database.read<OperationRow>(actor, OPERATIONS, [
      organizationId,
      personId,
      LISTED,
      tokenId ?? null,
    ]);
    return rows.map((row) => this.withoutExpired(row));
  }

  /** @throws Refusal `not_found` */
  async items(actor: Actor, id: string, status?: OperationItemStatus): Promise<ItemRow[]> {
    await this.one(actor, id);
    return this.database.read<ItemRow>(actor, ITEMS, [id, actor.organizationId, status ?? null]);
  }

  /**
   * Stops an operation after the part that is being written. What has been done stays done.
   * @throws Refusal `not_found`; `invalid_state` when it has ended in another way
   */
  async cancel(actor: Actor, id: string): Promise<OperationRow> {
    await this.one(actor, id);
    const now = this.clock.now();
    return this.database.transaction(actor, async (tx) => {
      const [cancelled] = await tx.query(CANCEL, [id, now]);
      if (cancelled) await tx.query(CANCEL_ITEMS, [id, now]);
      const [operation] = await tx.query<OperationRow>(OPERATION, [id]);
      if (operation?.status === 'CANCELLED') return operation;
      throw new Refusal('invalid_state', { detail: 'Операция уже завершена: отменять нечего.' });
    });
  }

  /** The next documents to be worked on. */
  queued({ actor, id }: RunningOperation, limit: number): Promise<QueuedItem[]> {
    return this.database.read<QueuedItem>(actor, QUEUED_ITEMS, [id, limit]);
  }

  /**
   * Writes what came of some documents together with their changes, all or nothing.
   * @returns false when it has been cancelled or somebody else has taken it up: nothing was written
   * @throws what `document_commit` does
   */
  async commit(
    { actor, id, turn }: RunningOperation,
    marks: readonly ItemMark[],
    changes: readonly Change[],
  ): Promise<boolean> {
    const [row] = await this.database.call<{ running: boolean }>(COMMIT, [
      JSON.stringify(commitActor(actor)),
      this.clock.now(),
      id,
      turn,
      this.leaseEnd(),
      JSON.stringify(marks),
      JSON.stringify(changes),
    ]);
    this.relay.wake();
    return row?.running ?? false;
  }

  /**
   * Writes what came of all documents at once, instead of the progress told before: for work whose outcome is one
   * file, where nothing is done until everything is.
   * @returns false when it has been cancelled or somebody else has taken it up: nothing was written
   */
  settle({ actor, id, turn }: RunningOperation, marks: readonly ItemMark[]): Promise<boolean> {
    return this.database.transaction(actor, async (tx) => {
      const lease = this.leaseEnd();
      await tx.query(PROGRESS, [id, turn, marks.length, 0, lease]);
      const values = [JSON.stringify(commitActor(actor)), this.clock.now(), id, turn, lease];
      const [row] = await tx.query<{ running: boolean }>(COMMIT, [...values, JSON.stringify(marks), '[]']);
      return row?.running ?? false;
    });
  }

  /** Says how far an operation without documents is. @returns false when it is not to be gone on with */
  async progress(
    { actor, id, turn }: RunningOperation,
    done: number,
    total: number | null,
  ): Promise<boolean> {
    const rows = await this.database.transaction(actor, (tx) =>
      tx.query(PROGRESS, [id, turn, total, done, this.leaseEnd()]),
    );
    return rows.length > 0;
  }

  /** Holds on to an operation while it is worked on, or until it is worth taking up again. */
  async hold({ actor, id, turn }: RunningOperation, until: Date = this.leaseEnd()): Promise<void> {
    await this.database.transaction(actor, (tx) => tx.query(LEASE, [id, turn, until]));
  }

  /**
   * Ends an operation, unless it has been cancelled meanwhile or somebody else has taken it up. What a failed one has
   * left undone fails with it.
   * @returns whether this ended it
   */
  async finish(
    scope: Pick<Actor, 'organizationId' | 'personId'>,
    { id, turn }: Pick<RunningOperation, 'id' | 'turn'>,
    status: Extract<OperationStatus, 'DONE' | 'FAILED'>,
    outcome: { readonly result?: OperationResult; readonly problem?: KeptProblem } = {},
  ): Promise<boolean> {
    const { organizationId, personId } = scope;
    const now = this.clock.now();
    const [result, problem] = [outcome.result, outcome.problem].map((part) =>
      part ? JSON.stringify(part) : null,
    );
    return this.database.transaction({ organizationId, personId }, async (tx) => {
      const [ended] = await tx.query(FINISH, [id, turn, status, now, result, problem]);
      if (ended && status === 'FAILED') await tx.query(FAIL_ITEMS, [id, now, problem]);
      return ended !== undefined;
    });
  }

  /** A file is told of as long as it is kept. */
  private withoutExpired(row: OperationRow): OperationRow {
    if (row.result === null || row.finishedAt === null) return row;
    const expiry = new Date(row.finishedAt).getTime() + OPERATION_RESULT_DAYS * DAY_MS;
    return expiry > this.clock.now().getTime() ? row : { ...row, result: null };
  }

  leaseEnd(): Date {
    return new Date(this.clock.now().getTime() + LEASE_MS);
  }
}

const tooMany = () =>
  new Refusal('rate_limited', {
    detail: `Ваших незавершённых операций уже ${UNFINISHED_LIMIT}: дождитесь их или остановите лишние.`,
    headers: { 'retry-after': '10' },
  });

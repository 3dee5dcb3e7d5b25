import { Injectable } from '@nestjs/common';
import type { OperationItemStatus, OperationStatus } from '@praktika/contracts';
import type { Actor } from '../../core/access/index.js';
import { Clock } from '../../core/clock/index.js';
import { Database, type Transaction } from '../../core/database/index.js';
import { EventRelay } from '../../core/events/index.js';
import { asParameters, commitActor, type Change } from '../documents/index.js';
import {
  ADVANCE,
  COMMIT,
  FAIL_ITEMS,
  FINISH,
  HOLD_TURN,
  ITEM_INPUTS,
  LEASE,
  OPERATION,
  PROGRESS,
  QUEUED_ITEMS,
  type ItemInput,
  type KeptProblem,
  type OperationResult,
  type OperationRow,
  type QueuedItem,
} from './operations.queries.js';
import type { RunningOperation } from './running-operation.js';

/** A worker that has not been heard of for this long has stopped: another one goes on. */
const LEASE_MS = 15_000;

/** What came of one document. */
export interface ItemMark {
  readonly position: number;
  readonly status: Extract<OperationItemStatus, 'DONE' | 'FAILED'>;
  readonly problem?: KeptProblem;
}

/**
 * The worker's side of an operation: what is to be done, what has been. All of it is for its turn alone. What its parts
 * leave behind is carried out when it has ended, or some seconds later when it takes long (`EventRelay.giveWay`).
 */
@Injectable()
export class OperationWork {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly relay: EventRelay,
  ) {}

  /** The next documents to be worked on. */
  queued({ actor, id }: RunningOperation, limit: number): Promise<QueuedItem[]> {
    return this.database.read<QueuedItem>(actor, QUEUED_ITEMS, [id, limit]);
  }

  /**
   * What goes for some of the documents alone, with the signature of each, by their positions: read with their part, as
   * it may be megabytes.
   */
  async inputs(
    { actor, id }: RunningOperation,
    items: readonly QueuedItem[],
  ): Promise<ReadonlyMap<number, object>> {
    const positions = items.map(({ position }) => position);
    const rows = await this.database.read<ItemInput>(actor, ITEM_INPUTS, [id, positions]);
    return new Map(
      rows.map(({ position, input, cms }) => [position, cms === null ? input : { ...input, cms }]),
    );
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
    try {
      const [row] = await this.database.call<{ running: boolean }>(COMMIT, [
        JSON.stringify(commitActor(actor)),
        this.clock.now(),
        id,
        turn,
        this.leaseEnd(),
        JSON.stringify(marks),
        ...asParameters(changes),
      ]);
      return row?.running ?? false;
    } catch (error) {
      if (isOutOfTurn(error)) return false;
      throw error;
    } finally {
      this.relay.giveWay();
    }
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
      const [row] = await tx.query<{ running: boolean }>(COMMIT, [
        ...values,
        JSON.stringify(marks),
        ...asParameters([]),
      ]);
      return row?.running ?? false;
    });
  }

  /**
   * Does a part of an operation without documents, and says how far it is with it, all or nothing: a crash can neither
   * lose nor repeat the part.
   *
   * @param work answers how much it has done, and how much of it in vain
   * @returns false when it has been cancelled or somebody else has taken it up: nothing was written
   */
  async part(
    { actor, id, turn }: RunningOperation,
    total: number,
    work: (tx: Transaction) => Promise<{ readonly done: number; readonly failed: number }>,
  ): Promise<boolean> {
    const goesOn = await this.database.transaction(actor, async (tx) => {
      const [running] = await tx.query(HOLD_TURN, [id, turn]);
      if (!running) return false;
      const { done, failed } = await work(tx);
      await tx.query(ADVANCE, [id, total, done, failed, this.leaseEnd()]);
      return true;
    });
    return goesOn;
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
    const ends = await this.database.transaction({ organizationId, personId }, async (tx) => {
      const [ended] = await tx.query(FINISH, [id, turn, status, now, result, problem]);
      if (ended && status === 'FAILED') await tx.query(FAIL_ITEMS, [id, now, problem]);
      return ended !== undefined;
    });
    this.relay.wake();
    return ends;
  }

  /** Has its asker stopped it? */
  async isCancelled({ actor, id }: RunningOperation): Promise<boolean> {
    const [row] = await this.database.read<OperationRow>(actor, OPERATION, [id]);
    return row?.status === 'CANCELLED';
  }

  leaseEnd(): Date {
    return new Date(this.clock.now().getTime() + LEASE_MS);
  }
}

/** Has the operation ended, or been taken up by somebody else, while a part of it was written? */
const isOutOfTurn = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'PK410';

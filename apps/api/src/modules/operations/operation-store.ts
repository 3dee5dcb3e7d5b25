import { Injectable } from '@nestjs/common';
import { OPERATION_RESULT_DAYS, type OperationItemStatus, type OperationKind } from '@praktika/contracts';
import { validate as isUuid } from 'uuid';
import type { Actor } from '../../core/access/index.js';
import { Clock } from '../../core/clock/index.js';
import { Database, PackedBytes, type Transaction } from '../../core/database/index.js';
import { notFound, Refusal } from '../../core/errors/index.js';
import { newId } from '../../core/ids/index.js';
import {
  CANCEL,
  CANCEL_ITEMS,
  INSERT_ITEMS,
  INSERT_OPERATION,
  ITEMS,
  OPERATION,
  OPERATIONS,
  UNFINISHED,
  type ItemRow,
  type OperationRow,
} from './operations.queries.js';

const DAY_MS = 24 * 3_600_000;

/** Operations of one person that may wait or run at once. */
const UNFINISHED_LIMIT = 20;

/** Items written by one statement: nobody is served while they are put together, and signatures are kilobytes each. */
const ITEMS_AT_ONCE = 50;

/** Operations a list shows. */
const LISTED = 50;

/** What somebody asks for. */
export interface NewOperation {
  readonly kind: OperationKind;
  readonly action?: string;
  readonly input?: object;
  /** How much there is to do, where it is known beforehand. */
  readonly total?: number;
  readonly items?: readonly NewItem[];
}

/** A document of it, in the version its asker has seen, with what goes for it alone. */
export interface NewItem {
  readonly documentId: string;
  readonly version?: number;
  readonly input?: object;
  /** Its signature in base64, as it was sent: it is handed on with the input, and kept apart from it. */
  readonly cms?: string;
}

/** The asker's side of operations: begun, watched, stopped. */
@Injectable()
export class OperationStore {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Writes an operation down; it is safe from then on, whatever happens to queue and worker.
   * @throws Refusal `rate_limited` while too many of the person's are unfinished
   */
  add(actor: Actor, { kind, action, input, total, items }: NewOperation): Promise<OperationRow> {
    const id = newId();
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
      if (items) await addItems(tx, id, items);
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

  /** A file is told of as long as it is kept. */
  private withoutExpired(row: OperationRow): OperationRow {
    if (row.result === null || row.finishedAt === null) return row;
    const expiry = new Date(row.finishedAt).getTime() + OPERATION_RESULT_DAYS * DAY_MS;
    return expiry > this.clock.now().getTime() ? row : { ...row, result: null };
  }
}

async function addItems(tx: Transaction, operation: string, items: readonly NewItem[]): Promise<void> {
  for (let place = 0; place < items.length; place += ITEMS_AT_ONCE) {
    const signatures = new PackedBytes();
    const some = items
      .slice(place, place + ITEMS_AT_ONCE)
      .map(({ cms, ...item }) => (cms === undefined ? item : { ...item, cms: signatures.add(bytesOf(cms)) }));
    await tx.query(INSERT_ITEMS, [operation, JSON.stringify(some), place, signatures.all()]);
  }
}

/** PostgreSQL's texts hold no NUL, and base64 has none: another sign that it lacks stands for it. */
const bytesOf = (cms: string) => Buffer.from(cms.replaceAll('\0', '\uFFFD'));

const tooMany = () =>
  new Refusal('rate_limited', {
    detail: `Ваших незавершённых операций уже ${UNFINISHED_LIMIT}: дождитесь их или остановите лишние.`,
    headers: { 'retry-after': '10' },
  });

import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { BATCH_LIMIT, type BatchAction } from '@praktika/contracts';
import { asRefusal, notFound, Refusal } from '../../core/errors/index.js';
import { DocumentStore, type Change, type VisibleDocument } from '../documents/index.js';
import {
  isPassing,
  keptProblem,
  OperationKinds,
  OperationWork,
  type Interrupted,
  type ItemMark,
  type QueuedItem,
  type RunningOperation,
} from '../operations/index.js';
import { BatchVerbs, type BatchVerb } from './batch-verbs.js';
import { inLanes, inParts, inTurn, type InTurn } from './lanes.js';

/** Documents written in one transaction: their locks are held for tens of milliseconds. */
const PART = 50;

/**
 * Parts under way at once, one of which is written while another is judged. Two written at once would keep two
 * processors of the database busy, and whoever else asks it for a page would wait for theirs.
 */
const LANES = 2;

/**
 * Judging signatures takes a processor just as writing them does: done by turns they leave one of two to whoever else
 * asks for a page (docs/operations/bench.md).
 */
const LANES_OF_SIGNATURES = 1;

/** Documents judged at once: what one waits for, another is judged in. */
const PLANNED_AT_ONCE = 4;

/**
 * What some documents are judged by: how they are now, what goes for each alone, and the verb, knowing of the actor what
 * goes for all of them.
 */
interface Sight {
  readonly documents: ReadonlyMap<string, VisibleDocument>;
  readonly inputs: ReadonlyMap<number, object>;
  readonly verb: BatchVerb;
}

const NO_INPUTS: Sight['inputs'] = new Map();

/** An operation under way. */
interface Course {
  readonly operation: RunningOperation;
  /** Whether a document of it hangs on another one, as far as is known. */
  orderMatters: boolean;
  readonly writing: InTurn;
}

/** What is to be written of one document. */
interface Planned {
  readonly item: QueuedItem;
  readonly mark: ItemMark;
  readonly changes: readonly Change[];
  readonly document?: VisibleDocument;
}

/**
 * One verb over many documents. They are read together, judged one by one by the verb a single press runs, and
 * written together with what came of each; where one of them has moved on meanwhile, its part is written one by one,
 * so that it stops nobody else (api.md, «Bulk»).
 */
@Injectable()
export class BatchHandler implements OnModuleInit {
  private readonly logger = new Logger('Batch');

  constructor(
    private readonly kinds: OperationKinds,
    private readonly operations: OperationWork,
    private readonly documents: DocumentStore,
    private readonly verbs: BatchVerbs,
  ) {}

  onModuleInit(): void {
    this.kinds.handle('BATCH', (operation, interrupted) => this.run(operation, interrupted));
  }

  private async run(
    operation: RunningOperation,
    interrupted: Interrupted,
  ): Promise<'interrupted' | undefined> {
    // nobody else takes anything off the list while it is this turn
    const waiting = await this.operations.queued(operation, BATCH_LIMIT);
    const course: Course = { operation, orderMatters: false, writing: inTurn() };
    const { takesOwn } = this.verbs.get(operation.action as BatchAction);
    const lanes = takesOwn ? LANES_OF_SIGNATURES : LANES;
    let outOfTurn = false;
    const done = await inParts(waiting, { size: PART, lanes }, async (items, earlier) => {
      if (interrupted()) return false;
      const outcome = await this.part(course, items, earlier);
      outOfTurn ||= outcome === 'out-of-turn';
      return outcome === 'written';
    });
    return done || outOfTurn ? undefined : 'interrupted';
  }

  /**
   * Judges and writes some of the documents. With one that hangs on another this waits for the parts before it, and
   * then looks again: what was named first comes first.
   */
  private async part(
    course: Course,
    items: readonly QueuedItem[],
    earlier: () => Promise<boolean>,
  ): Promise<'written' | 'out-of-turn' | 'stopped'> {
    const { operation } = course;
    const waited = course.orderMatters;
    if (waited && !(await earlier())) return 'stopped';
    let sight = await this.look(operation, items);
    course.orderMatters ||= [...sight.documents.values()].some(({ row }) => row.parent_id !== null);
    if (course.orderMatters && !waited) {
      if (!(await earlier())) return 'stopped';
      sight = await this.look(operation, items);
    }
    for (let left = items; left.length > 0;) {
      const together = independent(left, sight.documents);
      const planned = await this.plan(operation, together, sight);
      const written = await course.writing(() => this.write(operation, together, planned));
      if (!written) return 'out-of-turn';
      left = left.filter((item) => !together.includes(item));
      if (left.length > 0) sight = await this.look(operation, left);
    }
    return 'written';
  }

  /** @returns false when the operation has been cancelled or somebody else has taken it up */
  private async write(
    operation: RunningOperation,
    items: readonly QueuedItem[],
    planned: readonly Planned[],
  ): Promise<boolean> {
    try {
      const marks = planned.map(({ mark }) => mark);
      const changes = planned.flatMap((one) => one.changes);
      return await this.operations.commit(operation, marks, changes);
    } catch (error) {
      // a deadlock is one document's too, and the others need not wait for it
      if (asRefusal(error).code === 'unavailable') throw error;
      return this.oneByOne(operation, items);
    }
  }

  /** The same items, each by itself and read anew. */
  private async oneByOne(operation: RunningOperation, items: readonly QueuedItem[]): Promise<boolean> {
    for (const item of items) {
      const [planned] = await this.plan(operation, [item], await this.look(operation, [item]));
      if (planned && !(await this.alone(operation, item, planned))) return false;
    }
    return true;
  }

  private async alone(operation: RunningOperation, item: QueuedItem, planned: Planned): Promise<boolean> {
    const { mark, changes, document } = planned;
    try {
      return await this.operations.commit(operation, [mark], changes);
    } catch (error) {
      if (document === undefined || isPassing(error)) throw error;
      const known = this.verbs.get(operation.action as BatchAction).refusalOf?.(error) ?? error;
      const refusal = await this.documents.refusalOf(known, document, changes).catch((met: unknown) => met);
      if (isPassing(refusal)) throw refusal;
      return this.operations.commit(operation, [this.refused(item, refusal)], []);
    }
  }

  private async look(operation: RunningOperation, items: readonly QueuedItem[]): Promise<Sight> {
    const { actor, action } = operation;
    const verb = this.verbs.get(action as BatchAction);
    const ids = items.map(({ documentId }) => documentId);
    const [documents, inputs, knowing] = await Promise.all([
      this.documents.readMany(actor, ids),
      verb.takesOwn ? this.operations.inputs(operation, items) : NO_INPUTS,
      verb.knowing?.(actor),
    ]);
    return { documents, inputs, verb: knowing ?? verb };
  }

  private plan(
    { input }: RunningOperation,
    items: readonly QueuedItem[],
    { documents, inputs, verb }: Sight,
  ): Promise<Planned[]> {
    return inLanes(items, PLANNED_AT_ONCE, async (item) => {
      const document = documents.get(item.documentId);
      try {
        if (!document) throw notFound();
        const own = inputs.get(item.position) ?? null;
        if (verb.takesOwn && own === null) throw stoppedMeanwhile();
        const changes = await verb.plan(document, { shared: input, own }, item.version ?? -1);
        return { item, mark: { position: item.position, status: 'DONE' }, changes, document };
      } catch (error) {
        if (isPassing(error)) throw error;
        return { item, mark: this.refused(item, error), changes: [], ...(document && { document }) };
      }
    });
  }

  private refused({ position, documentId }: QueuedItem, error: unknown): ItemMark {
    if (asRefusal(error).code === 'internal') this.logger.error({ documentId, error }, 'unforeseen error');
    return { position, status: 'FAILED', problem: keptProblem(error) };
  }
}

/** What was to be done with the document is forgotten with the operation: nobody reads this answer. */
const stoppedMeanwhile = () => new Refusal('invalid_state', { detail: 'Операция остановлена.' });

/**
 * The documents that can be judged side by side. One that acts on its parent, or must not contradict others of it, is
 * judged after what came before it under the same parent has been written.
 */
function independent(
  items: readonly QueuedItem[],
  documents: ReadonlyMap<string, VisibleDocument>,
): QueuedItem[] {
  const met = new Map<string, { readonly acting: boolean }>();
  return items.filter(({ documentId }) => {
    const document = documents.get(documentId);
    const parent = document?.row.parent_id;
    if (!document || !parent) return true;
    const acting = 'onConcluded' in document.kind || 'sendingConflicts' in document.kind;
    const before = met.get(parent);
    const waits = before !== undefined && (acting || before.acting);
    // whatever comes after one that waits must not overtake it
    met.set(parent, { acting: acting || waits });
    return !waits;
  });
}

import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { BATCH_LIMIT, type BatchAction } from '@praktika/contracts';
import { asRefusal, notFound } from '../../core/errors/index.js';
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

/** Documents written in one transaction: their locks are held for tens of milliseconds. */
const PART = 25;

/**
 * Parts under way at once: while one waits for the disk another is judged or written. Documents that hang on others are
 * judged in the order they were named, so with them it is one.
 */
const LANES = 2;

/** Documents judged at once: signatures are verified beside each other, and others are left their share. */
const PLANNED_AT_ONCE = 4;

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
    const ids = waiting.map(({ documentId }) => documentId);
    const count = (await this.documents.anyHangs(operation.actor, ids)) ? 1 : LANES;
    let stopped = false;
    const lane = async () => {
      while (!stopped && !interrupted() && waiting.length > 0) {
        const items = waiting.splice(0, PART);
        const written = await this.write(operation, items, await this.plan(operation, items));
        if (written) waiting.unshift(...items.filter((item) => !written.includes(item)));
        else stopped = true;
      }
    };
    const stop = (error: unknown) => {
      stopped = true;
      throw error;
    };
    // what one of them meets is told when none of them writes any more
    const lanes = await Promise.allSettled(Array.from({ length: count }, () => lane().catch(stop)));
    for (const ended of lanes) if (ended.status === 'rejected') throw ended.reason;
    return !stopped && waiting.length > 0 ? 'interrupted' : undefined;
  }

  /** @returns the items that are done with; undefined when the operation has been cancelled */
  private async write(
    operation: RunningOperation,
    items: readonly QueuedItem[],
    planned: readonly Planned[],
  ): Promise<readonly QueuedItem[] | undefined> {
    try {
      const marks = planned.map(({ mark }) => mark);
      const changes = planned.flatMap((one) => one.changes);
      const goesOn = await this.operations.commit(operation, marks, changes);
      return goesOn ? planned.map(({ item }) => item) : undefined;
    } catch (error) {
      // a deadlock is one document's too, and the others need not wait for it
      if (asRefusal(error).code === 'unavailable') throw error;
      return (await this.oneByOne(operation, items)) ? items : undefined;
    }
  }

  /** The same items, each by itself and read anew. */
  private async oneByOne(operation: RunningOperation, items: readonly QueuedItem[]): Promise<boolean> {
    for (const item of items) {
      const [planned] = await this.plan(operation, [item]);
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
      const known = this.verbOf(operation).refusalOf?.(error) ?? error;
      const refusal = await this.documents.refusalOf(known, document, changes).catch((met: unknown) => met);
      if (isPassing(refusal)) throw refusal;
      return this.operations.commit(operation, [this.refused(item, refusal)], []);
    }
  }

  private async plan(operation: RunningOperation, items: readonly QueuedItem[]): Promise<Planned[]> {
    const { actor, input } = operation;
    const ids = items.map(({ documentId }) => documentId);
    const [documents, verb] = await Promise.all([
      this.documents.readMany(actor, ids),
      this.verbFor(operation),
    ]);
    return inLanes(independent(items, documents), PLANNED_AT_ONCE, async (item) => {
      const document = documents.get(item.documentId);
      try {
        if (!document) throw notFound();
        const changes = await verb.plan(document, { shared: input, own: item.input }, item.version ?? -1);
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

  /** The verb, knowing of the actor what goes for all of a part. */
  private async verbFor(operation: RunningOperation): Promise<BatchVerb> {
    const verb = this.verbOf(operation);
    return (await verb.knowing?.(operation.actor)) ?? verb;
  }

  private verbOf({ action }: RunningOperation): BatchVerb {
    return this.verbs.get(action as BatchAction);
  }
}

/**
 * The documents that can be judged side by side. One that acts on its parent, or must not contradict others of it, is
 * judged after what came before it under the same parent has been written: it waits for the next part.
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
    if (before && (acting || before.acting)) return false;
    met.set(parent, { acting });
    return true;
  });
}

/** Does the same for each of a list, so many at once; the answers are in the list's order. */
async function inLanes<Item, Answer>(
  list: readonly Item[],
  lanes: number,
  work: (item: Item) => Promise<Answer>,
): Promise<Answer[]> {
  const answers = new Array<Answer>(list.length);
  const rest = list.entries();
  const lane = async () => {
    for (const [place, item] of rest) answers[place] = await work(item);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return answers;
}

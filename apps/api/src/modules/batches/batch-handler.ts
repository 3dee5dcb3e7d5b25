import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import type { BatchAction } from '@praktika/contracts';
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

/** Documents asked for at once of what is still to be done. */
const ASKED = 4 * PART;

/** Documents judged at once: signatures are verified beside each other, and others are left their share. */
const PLANNED_AT_ONCE = 4;

/** What is to be written of one document. */
interface Planned {
  readonly item: QueuedItem;
  readonly mark: ItemMark;
  readonly changes: readonly Change[];
  readonly document?: VisibleDocument;
}

type Documents = ReadonlyMap<string, VisibleDocument>;

/** Documents of the next part, read before its turn; nothing when that went wrong. */
interface Ahead {
  readonly ids: ReadonlySet<string>;
  readonly documents: Promise<Documents | undefined>;
}

/**
 * One verb over many documents. They are read together, judged one by one by the verb a single press runs, and
 * written together with what came of each; where one of them has moved on meanwhile, its part is written one by one,
 * so that it stops nobody else (api.md, «Bulk»). While one part is judged and written the next is read: that is mostly
 * waiting for the disk. Judging it too would keep two processors busy, and other people waiting.
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
    let waiting: readonly QueuedItem[] = [];
    let ahead: Ahead | undefined;
    for (;;) {
      if (interrupted()) return 'interrupted';
      // nobody else takes anything off the list while it is this turn
      if (waiting.length <= PART) waiting = await this.operations.queued(operation, ASKED);
      const items = waiting.slice(0, PART);
      if (items.length === 0) return undefined;
      const documents = (await readBefore(items, ahead)) ?? (await this.read(operation, items));
      ahead = this.readAhead(operation, waiting.slice(PART, 2 * PART));
      const written = await this.write(operation, items, await this.plan(operation, items, documents));
      if (!written) return undefined;
      waiting = waiting.filter((item) => !written.includes(item));
    }
  }

  private read({ actor }: RunningOperation, items: readonly QueuedItem[]): Promise<Documents> {
    return this.documents.readMany(
      actor,
      items.map(({ documentId }) => documentId),
    );
  }

  private readAhead(operation: RunningOperation, items: readonly QueuedItem[]): Ahead | undefined {
    if (items.length === 0) return undefined;
    const ids = new Set(items.map(({ documentId }) => documentId));
    // what goes wrong here goes wrong again, or no more, when the part's turn comes
    return { ids, documents: this.read(operation, items).catch(() => undefined) };
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
      const [planned] = await this.plan(operation, [item], await this.read(operation, [item]));
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

  private async plan(
    operation: RunningOperation,
    items: readonly QueuedItem[],
    documents: Documents,
  ): Promise<Planned[]> {
    const verb = await this.verbFor(operation);
    return inLanes(independent(items, documents), PLANNED_AT_ONCE, async (item) => {
      const document = documents.get(item.documentId);
      try {
        if (!document) throw notFound();
        const changes = await verb.plan(
          document,
          { shared: operation.input, own: item.input },
          item.version ?? -1,
        );
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
 * What was read before its turn, if it is all of these documents and none of them hangs on another: whether one that
 * does may move depends on what has been written meanwhile. That a document itself has moved is found when it is written.
 */
async function readBefore(
  items: readonly QueuedItem[],
  ahead: Ahead | undefined,
): Promise<Documents | undefined> {
  if (!ahead || items.some(({ documentId }) => !ahead.ids.has(documentId))) return undefined;
  const documents = await ahead.documents;
  const free = items.every(({ documentId }) => !documents?.get(documentId)?.row.parent_id);
  return free ? documents : undefined;
}

/**
 * The documents that can be judged side by side. One that acts on its parent, or must not contradict others of it, is
 * judged after what came before it under the same parent has been written: it waits for the next part.
 */
function independent(items: readonly QueuedItem[], documents: Documents): QueuedItem[] {
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
